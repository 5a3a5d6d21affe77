package dev.purser.daemon.ledger;

import dev.purser.budgets.BudgetMonth;
import dev.purser.budgets.BudgetPosition;
import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.daemon.audit.AuditEntry;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Budgets in the database, changed through the books' one door. */
public final class JdbiBudgetBook implements BudgetBook {
  private final Books books;
  private final Jdbi jdbi;
  private final Clock clock;
  private final ZoneId zone;

  public JdbiBudgetBook(Books books, Jdbi jdbi, Clock clock, ZoneId zone) {
    this.books = books;
    this.jdbi = jdbi;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public BudgetPosition set(CategoryId category, YearMonth month, Money amount, Change change) {
    if (amount.isNegative()) {
      throw new BudgetRefusedException("a budget cannot be negative: " + amount);
    }
    return books.change(open -> set(open, new Setting(category, month, amount), change));
  }

  @Override
  public List<BudgetPosition> positions(YearMonth month) {
    return jdbi.withExtension(LedgerDao.class, dao -> dao.positions(month.toString())).stream()
        .map(PositionRow::position)
        .toList();
  }

  @Override
  public List<BudgetRevision> revisions(YearMonth month) {
    return jdbi.withExtension(LedgerDao.class, dao -> dao.revisions(month.toString())).stream()
        .map(RevisionRow::revision)
        .toList();
  }

  @Override
  public YearMonth currentMonth() {
    return BudgetMonth.containing(clock.instant(), zone).month();
  }

  private record Setting(CategoryId category, YearMonth month, Money amount) {
    String path() {
      return category.path();
    }

    String currency() {
      return amount.currency().getCurrencyCode();
    }
  }

  private static BudgetPosition set(OpenBooks open, Setting setting, Change change) {
    LedgerDao dao = open.dao(LedgerDao.class);
    requireOneCurrency(dao, setting);
    Optional<Long> before = dao.budget(setting.path(), setting.month().toString());
    if (before.isPresent()) {
      dao.changeBudget(setting.path(), setting.month().toString(), setting.amount().minor());
    } else {
      dao.insertPosition(firstPosition(dao, setting), setting.month().toString());
    }
    RevisionRow revision =
        new RevisionRow(
            setting.path(),
            setting.month().toString(),
            setting.currency(),
            before.orElse(null),
            setting.amount().minor(),
            change.who(),
            change.reason(),
            open.now());
    dao.insertRevision(revision);
    open.record(
        AuditEntry.of("budget.set", "user:" + change.who(), facts(setting, before, change)));
    return dao.positions(setting.month().toString(), List.of(setting.path())).get(0).position();
  }

  /** An amount set in mid-month counts what has been used below it already. */
  private static PositionRow firstPosition(LedgerDao dao, Setting setting) {
    long held = 0;
    long committed = 0;
    long spent = 0;
    for (OutstandingRow used :
        dao.usedWithin(setting.month().toString(), setting.path(), setting.path() + "/%")) {
      held = Math.addExact(held, used.held());
      committed = Math.addExact(committed, used.committed());
      spent = Math.addExact(spent, used.spent());
    }
    return new PositionRow(
        setting.path(), setting.currency(), setting.amount().minor(), held, committed, spent);
  }

  /** A category, those above it and those below it are kept in one currency. */
  private static void requireOneCurrency(LedgerDao dao, Setting setting) {
    for (PositionRow other : dao.positions(setting.month().toString())) {
      CategoryId category = new CategoryId(other.category());
      boolean related =
          category.isWithin(setting.category()) || setting.category().isWithin(category);
      if (related && !other.currency().equals(setting.currency())) {
        throw new BudgetRefusedException(
            "%s is budgeted in %s; %s would mix currencies"
                .formatted(category, other.currency(), setting.amount()));
      }
    }
  }

  private static Map<String, Object> facts(Setting setting, Optional<Long> before, Change change) {
    return Map.of(
        "category", setting.path(),
        "month", setting.month().toString(),
        "currency", setting.currency(),
        "before_minor", before.map(String::valueOf).orElse(""),
        "after_minor", Long.toString(setting.amount().minor()),
        "reason", change.reason());
  }
}
