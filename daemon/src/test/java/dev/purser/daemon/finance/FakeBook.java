package dev.purser.daemon.finance;

import dev.purser.budgets.BudgetPosition;
import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.daemon.ledger.BudgetBook;
import dev.purser.daemon.ledger.BudgetRefusedException;
import dev.purser.daemon.ledger.BudgetRevision;
import dev.purser.daemon.notices.words.Sheets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows two categories and remembers what was set. */
public final class FakeBook implements BudgetBook {
  final List<String> set = new ArrayList<>();

  /** What was set, in order. */
  public List<String> settings() {
    return List.copyOf(set);
  }

  @Override
  public BudgetPosition set(CategoryId category, YearMonth month, Money amount, Change change) {
    if (category.path().equals("household")
        && !amount.currency().equals(Sheets.usd("1.00").currency())) {
      throw new BudgetRefusedException("household is budgeted in USD; that would mix currencies");
    }
    set.add("%s %s %s by %s: %s".formatted(category, month, amount, change.who(), change.reason()));
    return BudgetPosition.untouched(category, amount);
  }

  @Override
  public List<BudgetPosition> positions(YearMonth month) {
    return List.of(
        position("household", "500.00", "13.21", "24.00", "116.50"),
        position("household/pantry", "50.00", "13.21", "4.00", "46.50"));
  }

  @Override
  public List<BudgetRevision> revisions(YearMonth month) {
    return List.of(
        new BudgetRevision(
            new CategoryId("household/pantry"),
            Optional.of(Sheets.usd("60.00")),
            Sheets.usd("50.00"),
            new Change("finance", "<b>less</b> coffee"),
            Sheets.NOW),
        new BudgetRevision(
            new CategoryId("household"),
            Optional.empty(),
            Sheets.usd("500.00"),
            new Change("admin", ""),
            Sheets.NOW.minusSeconds(86_400)));
  }

  @Override
  public YearMonth currentMonth() {
    return YearMonth.of(2026, 11);
  }

  private static BudgetPosition position(
      String category, String budget, String held, String committed, String spent) {
    return new BudgetPosition(
        new CategoryId(category),
        Sheets.usd(budget),
        Sheets.usd(held),
        Sheets.usd(committed),
        Sheets.usd(spent));
  }
}
