package dev.purser.daemon.ledger;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;

/** What an order's entries of one category come to, in minor units. */
public record OutstandingRow(
    String category, String month, String currency, long held, long committed, long spent) {

  CategoryId categoryId() {
    return new CategoryId(category);
  }

  Money money(long minor) {
    return Money.ofMinor(currency, minor);
  }
}
