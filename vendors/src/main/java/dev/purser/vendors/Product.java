package dev.purser.vendors;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import java.util.Optional;

/**
 * Something a vendor sells.
 *
 * @param sku the vendor's own name for it
 * @param unitPrice empty where the vendor gives none; then it can be found but not ordered
 * @param category the owner's budget line, by the vendor's category and the owner's mapping
 */
public record Product(
    String sku,
    Optional<Gtin> gtin,
    String title,
    String size,
    Optional<Money> unitPrice,
    CategoryId category) {
  public Product {
    if (sku.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("a product without a sku or a title");
    }
    unitPrice.ifPresent(Product::requireNotNegative);
  }

  private static void requireNotNegative(Money price) {
    if (price.isNegative()) {
      throw new IllegalArgumentException("a price cannot be negative: " + price);
    }
  }
}
