package dev.purser.agentapi;

import org.jspecify.annotations.Nullable;

/**
 * Sets one line of the cart.
 *
 * @param item a SKU, a GTIN or words; 1 to 200 characters
 * @param quantity absolute, so that a retry is harmless: 0 to 999, where 0 removes the line
 * @param vendor where to look; all allowed vendors without it
 */
public record AddToCart(String item, int quantity, @Nullable String vendor) {
  /** The longest item that is looked for. */
  public static final int MAX_ITEM_LENGTH = 200;

  /** The most of one product that one line may ask for. */
  public static final int MAX_QUANTITY = 999;

  public AddToCart {
    if (item.isBlank() || item.length() > MAX_ITEM_LENGTH) {
      throw ProblemCode.INVALID_FIELD.because("'item' must have 1 to 200 characters.");
    }
    if (quantity < 0 || quantity > MAX_QUANTITY) {
      throw ProblemCode.INVALID_FIELD.because("'quantity' must be a whole number from 0 to 999.");
    }
  }
}
