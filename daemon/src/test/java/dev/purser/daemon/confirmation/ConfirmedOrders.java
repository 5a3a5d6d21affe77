package dev.purser.daemon.confirmation;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Charge;
import dev.purser.budgets.Money;
import dev.purser.budgets.Payee;
import dev.purser.budgets.Requisition;
import dev.purser.budgets.RequisitionLine;
import dev.purser.budgets.VendorId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Orders that nobody confirmed, for tests of what comes after. */
public final class ConfirmedOrders {
  public static final Instant CONFIRMED_AT = Instant.parse("2026-11-23T10:00:00Z");

  private static final String DIGEST = "d1".repeat(32);
  private static final String POLICY = "ab".repeat(32);

  private ConfirmedOrders() {}

  public static ConfirmedOrder anOrder(Money total) {
    return anOrder(UUID.randomUUID(), total);
  }

  public static ConfirmedOrder anOrder(UUID id, Money total) {
    return new ConfirmedOrder(id, requisition(total), DIGEST, CONFIRMED_AT);
  }

  /** With 6.00 for delivery and 1.00 off. */
  public static ConfirmedOrder withCharges(Money price) {
    List<Charge> charges =
        List.of(
            new Charge("Delivery", new Money(price.currency(), 600)),
            new Charge("Voucher", new Money(price.currency(), -100)));
    return new ConfirmedOrder(UUID.randomUUID(), requisition(price, charges), DIGEST, CONFIRMED_AT);
  }

  private static Requisition requisition(Money total) {
    return requisition(total, List.of());
  }

  private static Requisition requisition(Money total, List<Charge> charges) {
    CategoryId pantry = new CategoryId("household/pantry");
    return new Requisition(
        new VendorId("corner-store"),
        new Payee("Corner Store", URI.create("https://corner-store.test")),
        total.currency(),
        List.of(new RequisitionLine("708111", "Eggs, grade A, large", "doz", 1, total, pantry)),
        charges,
        "1 Harbour Street",
        POLICY);
  }
}
