package dev.purser.daemon.setup;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;

/** An amount for a category, for the month that setup runs in. */
public record FirstBudget(CategoryId category, Money amount) {

  public FirstBudget {
    if (amount.isNegative() || amount.isZero()) {
      throw new IllegalArgumentException("a first budget is more than nothing, not " + amount);
    }
  }

  /**
   * Reads {@code household/pantry=400.00}.
   *
   * @param currency ISO 4217
   */
  public static FirstBudget parse(String text, String currency) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException(
          "'%s' is no budget: write it like household/pantry=400.00".formatted(text));
    }
    return new FirstBudget(
        new CategoryId(text.substring(0, equals).strip()),
        Money.parse(text.substring(equals + 1).strip() + " " + currency));
  }
}
