package dev.purser.daemon.ledger;

import dev.purser.budgets.BudgetPosition;
import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;

/** A position as its table keeps it, in minor units. */
public record PositionRow(
    String category, String currency, long budget, long held, long committed, long spent) {

  BudgetPosition position() {
    return new BudgetPosition(
        new CategoryId(category), money(budget), money(held), money(committed), money(spent));
  }

  private Money money(long minor) {
    return Money.ofMinor(currency, minor);
  }
}
