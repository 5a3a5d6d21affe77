package dev.purser.daemon.finance;

import dev.purser.budgets.BudgetPosition;
import dev.purser.daemon.ledger.BudgetBook;
import dev.purser.daemon.ledger.BudgetRefusedException;
import dev.purser.daemon.notices.words.OwnerClock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The books as finance's page reads and sets them. */
final class MonthBook {
  private static final String USUAL_CURRENCY = "USD";
  // Wide enough for every budget, and narrow enough for every database.
  private static final Pattern MONTH = Pattern.compile("20\\d\\d-(0[1-9]|1[0-2])");

  private final BudgetBook book;
  private final OwnerClock clock;

  MonthBook(BudgetBook book, OwnerClock clock) {
    this.book = book;
    this.clock = clock;
  }

  /** The month as typed; without one, the current month; empty for what is no month. */
  Optional<YearMonth> month(@Nullable String typed) {
    if (typed == null || typed.isEmpty()) {
      return Optional.of(book.currentMonth());
    }
    return MONTH.matcher(typed).matches() ? Optional.of(YearMonth.parse(typed)) : Optional.empty();
  }

  MonthPage page(YearMonth month) {
    List<BudgetPosition> positions = book.positions(month);
    String currency =
        positions.stream()
            .findFirst()
            .map(position -> position.budget().currency().getCurrencyCode())
            .orElse(USUAL_CURRENCY);
    return page(month, positions, BudgetForm.empty(currency), Optional.empty());
  }

  MonthPage page(YearMonth month, BudgetForm form, BudgetForm.Mistyped mistake) {
    MonthPage.Fault fault = new MonthPage.Fault(mistake.field(), mistake.advice());
    return page(month, book.positions(month), form, Optional.of(fault));
  }

  /**
   * Sets the amount that was typed.
   *
   * @param who for the record
   * @throws BudgetForm.Mistyped when the form cannot be read, or names another currency than the
   *     category has
   */
  void set(YearMonth month, BudgetForm form, String who) throws BudgetForm.Mistyped {
    BudgetForm.Setting setting = form.read(who);
    try {
      book.set(setting.category(), month, setting.amount(), setting.change());
    } catch (BudgetRefusedException e) {
      throw new BudgetForm.Mistyped("currency", String.valueOf(e.getMessage()));
    }
  }

  private MonthPage page(
      YearMonth month,
      List<BudgetPosition> positions,
      BudgetForm form,
      Optional<MonthPage.Fault> fault) {
    return new MonthPage(
        month,
        positions.stream().map(MonthRow::new).toList(),
        book.revisions(month).stream().map(r -> MonthPage.Revision.of(r, clock)).toList(),
        form,
        fault,
        false);
  }
}
