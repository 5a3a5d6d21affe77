package dev.purser.daemon.carts;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.budgets.VendorId;
import dev.purser.vendors.Product;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One product in an agent's cart, as it was when it was put there.
 *
 * @param quotedAt when the price was read
 */
public record CartLine(VendorId vendor, Item item, int quantity, Instant quotedAt) {

  static CartLine of(
      VendorId vendor, Product product, Currency currency, int quantity, Instant now) {
    Item item =
        new Item(
            product.sku(),
            product.title(),
            product.size(),
            product.category(),
            currency,
            product.unitPrice());
    return new CartLine(vendor, item, quantity, now);
  }

  public String sku() {
    return item.sku();
  }

  /** Quantity times unit price; empty without a price. */
  public Optional<Money> total() {
    return item.unitPrice().map(price -> price.times(quantity));
  }

  /**
   * What was put into the cart.
   *
   * @param unitPrice empty where the vendor gives none
   */
  public record Item(
      String sku,
      String title,
      String size,
      CategoryId category,
      Currency currency,
      Optional<Money> unitPrice) {}

  /** A line as its table keeps it. */
  public record Row(
      String vendor,
      String sku,
      String title,
      String size,
      String category,
      int quantity,
      String currency,
      @Nullable Long unitPrice,
      Instant quotedAt) {
    static Row of(CartLine line) {
      return new Row(
          line.vendor().name(),
          line.sku(),
          line.item().title(),
          line.item().size(),
          line.item().category().path(),
          line.quantity(),
          line.item().currency().getCurrencyCode(),
          line.item().unitPrice().map(Money::minor).orElse(null),
          line.quotedAt());
    }

    CartLine line() {
      Currency money = Money.currencyOf(currency);
      Item item =
          new Item(
              sku,
              title,
              size,
              new CategoryId(category),
              money,
              Optional.ofNullable(unitPrice).map(minor -> new Money(money, minor)));
      return new CartLine(new VendorId(vendor), item, quantity, quotedAt);
    }
  }
}
