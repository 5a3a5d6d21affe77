package dev.purser.vendors;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.budgets.Payee;
import dev.purser.budgets.Requisition;
import dev.purser.budgets.RequisitionLine;
import dev.purser.budgets.VendorId;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values that many tests begin with. */
public final class Samples {
  public static final Currency USD = Currency.getInstance("USD");
  public static final VendorId CORNER_STORE = new VendorId("corner-store");
  public static final CategoryId PANTRY = new CategoryId("household/pantry");
  public static final CategoryId TREATS = new CategoryId("household/treats");

  private Samples() {}

  public static VendorDescription description() {
    return description(null, CatalogueColumns.DEFAULT);
  }

  public static VendorDescription description(@Nullable Money delivery, CatalogueColumns columns) {
    return new VendorDescription(
        CORNER_STORE,
        "Corner Store",
        URI.create("https://corner-store.example"),
        USD,
        delivery,
        Map.of("*", PANTRY, "snacks", TREATS),
        new CatalogueDescription("corner-store.csv", columns),
        "orders");
  }

  public static CatalogueColumns datakickColumns() {
    return new CatalogueColumns(
        "GTIN-14", "GTIN-14", List.of("Brand Name", "Name"), "Size", null, null, null);
  }

  public static Product product(String sku, String title) {
    return new Product(
        sku, Optional.empty(), title, "", Optional.of(Money.ofMinor("USD", 100)), PANTRY);
  }

  public static VendorOrder order(UUID id) {
    RequisitionLine eggs =
        new RequisitionLine(
            "708111", "Eggs, grade A, large", "doz", 2, Money.ofMinor("USD", 294), PANTRY);
    return new VendorOrder(
        id,
        new Requisition(
            CORNER_STORE,
            new Payee("Corner Store", URI.create("https://corner-store.example")),
            USD,
            List.of(eggs),
            List.of(),
            "1 Quay Street",
            "0".repeat(64)));
  }
}
