package dev.purser.daemon.doctor;

import dev.purser.budgets.Money;
import dev.purser.daemon.config.PaymentsConfig;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What this month can cost at worst, and whether the card or account behind it would stop more.
 *
 * @param limit the largest order that may be confirmed
 */
record FundingCheck(PaymentsConfig payments, Money limit, Ledger ledger) implements Check {

  /** Tells this month's budgets. */
  interface Ledger {
    List<BudgetLine> lines() throws IOException;
  }

  @Override
  public String name() {
    return "money";
  }

  @Override
  public List<Finding> look() throws IOException {
    List<BudgetLine> lines = BudgetLine.topmost(ledger.lines());
    String worst =
        "at worst %s more this month, %s in one order"
            .formatted(
                shown(BudgetLine.sums(lines.stream().map(BudgetLine::left).toList())), limit);
    return List.of(Finding.ok("worst case", worst), funding(lines));
  }

  private Finding funding(List<BudgetLine> lines) {
    if (payments.movesNoMoney()) {
      return Finding.ok("funding cap", "a dry run moves no money");
    }
    Money cap = payments.fundingCap();
    List<Money> sums = BudgetLine.sums(lines.stream().map(BudgetLine::budget).toList());
    if (cap == null) {
      return Finding.warn(
          "funding cap",
          "not said; should all else fail, only the card itself stops spending",
          "cap the card at its issuer near %s a month, and say so in payments.fundingCap"
              .formatted(shown(sums)));
    }
    Optional<Money> sum =
        sums.stream().filter(each -> each.currency().equals(cap.currency())).findFirst();
    if (sum.isEmpty() || cap.exceeds(sum.get())) {
      return Finding.warn(
          "funding cap",
          "%s is more than the budgets' %s".formatted(cap, shown(sums)),
          "lower the card's own cap at its issuer, then payments.fundingCap");
    }
    return Finding.ok("funding cap", "%s, budgets %s".formatted(cap, shown(sums)));
  }

  private static String shown(List<Money> sums) {
    return sums.isEmpty()
        ? "nothing"
        : sums.stream().map(Money::toString).collect(Collectors.joining(" and "));
  }
}
