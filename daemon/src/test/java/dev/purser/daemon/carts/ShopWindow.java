package dev.purser.daemon.carts;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.budgets.Payee;
import dev.purser.budgets.VendorId;
import dev.purser.vendors.Catalogue;
import dev.purser.vendors.Placement;
import dev.purser.vendors.Product;
import dev.purser.vendors.Quote;
import dev.purser.vendors.Vendor;
import dev.purser.vendors.VendorOrder;
import dev.purser.vendors.WantedItem;
import dev.purser.vendors.catalogue.IndexedCatalogue;
import java.net.URI;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A shop that shows what it has and sells nothing. */
final class ShopWindow implements Vendor {
  private final VendorId id;
  private final Map<String, Product> products = new LinkedHashMap<>();

  ShopWindow(String id) {
    this.id = new VendorId(id);
  }

  ShopWindow show(String sku, String title, long cents) {
    products.put(
        sku,
        new Product(
            sku,
            Optional.empty(),
            title,
            "each",
            Optional.of(new Money(currency(), cents)),
            new CategoryId("household/pantry")));
    return this;
  }

  @Override
  public VendorId id() {
    return id;
  }

  @Override
  public Payee payee() {
    return new Payee(id.name(), URI.create("https://" + id.name() + ".example"));
  }

  @Override
  public Currency currency() {
    return Currency.getInstance("USD");
  }

  @Override
  public Catalogue catalogue() {
    return new IndexedCatalogue(List.copyOf(products.values()));
  }

  @Override
  public Quote quote(List<WantedItem> items) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Placement place(VendorOrder order) {
    throw new UnsupportedOperationException();
  }
}
