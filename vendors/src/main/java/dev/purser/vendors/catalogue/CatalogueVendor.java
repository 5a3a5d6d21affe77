package dev.purser.vendors.catalogue;

import dev.purser.budgets.Charge;
import dev.purser.budgets.Payee;
import dev.purser.budgets.RequisitionLine;
import dev.purser.budgets.VendorId;
import dev.purser.budgets.Violation.Unobtainable;
import dev.purser.vendors.Catalogue;
import dev.purser.vendors.Placement;
import dev.purser.vendors.Product;
import dev.purser.vendors.Quote;
import dev.purser.vendors.Vendor;
import dev.purser.vendors.VendorDescription;
import dev.purser.vendors.VendorOrder;
import dev.purser.vendors.WantedItem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** A shop that is a file: prices from its catalogue, orders into a directory. */
public final class CatalogueVendor implements Vendor {
  private final VendorDescription description;
  private final LiveCatalogue catalogue;
  private final OrderDirectory orders;

  /**
   * Reads the catalogue for the first time.
   *
   * @param directory that the description lies in
   * @throws CatalogueUnreadableException when it cannot be read
   */
  public CatalogueVendor(VendorDescription description, Path directory) {
    this.description = description;
    this.catalogue =
        new LiveCatalogue(new CatalogueFile(description.catalogueFile(directory), description));
    this.orders = new OrderDirectory(description.id(), description.ordersDirectory(directory));
  }

  @Override
  public VendorId id() {
    return description.id();
  }

  @Override
  public Payee payee() {
    return description.pinnedPayee();
  }

  @Override
  public Currency currency() {
    return description.currency();
  }

  /**
   * As the file says now. What is returned does not change any more; ask again for later changes.
   */
  @Override
  public Catalogue catalogue() {
    return catalogue.now();
  }

  /** What reading the file came to, and which rows were left out. */
  public CatalogueLoad load() {
    return catalogue.load();
  }

  @Override
  public Quote quote(List<WantedItem> items) {
    Catalogue now = catalogue.now();
    List<RequisitionLine> lines = new ArrayList<>();
    List<Unobtainable> unobtainable = new ArrayList<>();
    for (WantedItem item : items) {
      Optional<Product> product = now.bySku(item.sku());
      product
          .flatMap(sold -> line(sold, item.quantity()))
          .ifPresentOrElse(lines::add, () -> unobtainable.add(unobtainable(item, product)));
    }
    return new Quote(lines, charges(lines), unobtainable);
  }

  @Override
  public Placement place(VendorOrder order) {
    return orders.drop(order);
  }

  /** Nothing is delivered, and so no delivery charged, where nothing could be priced. */
  private List<Charge> charges(List<RequisitionLine> lines) {
    return lines.isEmpty() ? List.of() : description.deliveryCharge().stream().toList();
  }

  private static Optional<RequisitionLine> line(Product product, int quantity) {
    return product
        .unitPrice()
        .map(
            price ->
                new RequisitionLine(
                    product.sku(),
                    product.title(),
                    product.size(),
                    quantity,
                    price,
                    product.category()));
  }

  private static Unobtainable unobtainable(WantedItem item, Optional<Product> product) {
    return product
        .map(
            unpriced ->
                new Unobtainable(
                    Unobtainable.Reason.PRICE_UNKNOWN, unpriced.sku(), unpriced.title()))
        .orElseGet(
            () -> new Unobtainable(Unobtainable.Reason.NO_LONGER_SOLD, item.sku(), item.title()));
  }
}
