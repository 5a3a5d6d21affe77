package dev.purser.budgets;

/**
 * One line of a requisition, as the vendor quoted it.
 *
 * @param sku the vendor's own name of the product
 * @param quantity 1 to 999
 * @param category the owner's budget line that pays for it
 */
public record RequisitionLine(
    String sku, String title, String size, int quantity, Money unitPrice, CategoryId category) {
  /** What one line may ask for at most; design: the agent's surface. */
  public static final int MAX_QUANTITY = 999;

  public RequisitionLine {
    if (quantity < 1 || quantity > MAX_QUANTITY) {
      throw new IllegalArgumentException("quantity must be 1 to 999, not " + quantity);
    }
    if (unitPrice.isNegative()) {
      throw new IllegalArgumentException("a price cannot be negative: " + unitPrice);
    }
  }

  public Money total() {
    return unitPrice.times(quantity);
  }
}
