package dev.purser.daemon.doctor;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Whether anything can be bought next month: budgets end with theirs.
 *
 * @param clock on the owner's calendar
 */
record NextMonthCheck(Clock clock, Ledger ledger) implements Check {
  /** Of a month, in which the next one's budgets are asked for. */
  private static final int LAST_DAYS = 5;

  /** Tells of any month. */
  interface Ledger {
    boolean hasBudgets(YearMonth month) throws IOException;
  }

  @Override
  public String name() {
    return "next month";
  }

  @Override
  public List<Finding> look() throws IOException {
    LocalDate today = LocalDate.now(clock);
    YearMonth next = YearMonth.from(today).plusMonths(1);
    if (today.lengthOfMonth() - today.getDayOfMonth() >= LAST_DAYS) {
      return List.of(Finding.ok(name(), "its budgets may wait for the end of this one"));
    }
    return List.of(
        ledger.hasBudgets(next)
            ? Finding.ok(name(), next + " has budgets")
            : Finding.warn(
                name(),
                next + " has no budget, so nothing can be bought then",
                "purser budget set CATEGORY %s AMOUNT CURRENCY, as an operator".formatted(next)));
  }
}
