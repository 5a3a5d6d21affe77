package dev.purser.budgets;

import java.net.URI;
import java.util.Currency;
import java.util.List;

/** Requisitions that tests begin with. */
final class Requisitions {
  static final VendorId CORNER_STORE = new VendorId("corner-store");
  static final CategoryId HOUSEHOLD = new CategoryId("household");
  static final CategoryId PANTRY = new CategoryId("household/pantry");
  static final CategoryId TREATS = new CategoryId("household/treats");
  static final Currency USD = Currency.getInstance("USD");

  private Requisitions() {}

  static Money usd(long cents) {
    return new Money(USD, cents);
  }

  static RequisitionLine line(CategoryId category, long cents) {
    return new RequisitionLine("sku", "Title", "size", 1, usd(cents), category);
  }

  static Requisition of(RequisitionLine... lines) {
    return of(List.of(lines), List.of());
  }

  static Requisition of(List<RequisitionLine> lines, List<Charge> charges) {
    return new Requisition(
        CORNER_STORE,
        new Payee("Corner Store", URI.create("https://corner-store.example")),
        USD,
        lines,
        charges,
        "1 Quay Street",
        "0".repeat(64));
  }
}
