package dev.purser.daemon.ap2;

import dev.purser.budgets.Charge;
import dev.purser.budgets.Money;
import dev.purser.budgets.Payee;
import dev.purser.budgets.Requisition;
import dev.purser.budgets.RequisitionLine;
import dev.purser.budgets.VendorId;
import dev.purser.daemon.confirmation.ConfirmedOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An order as the Universal Commerce Protocol's checkout; amounts are whole minor units there. */
final class UcpCheckout {
  private UcpCheckout() {}

  static Map<String, Object> of(ConfirmedOrder order) {
    Requisition requisition = order.requisition();
    Map<String, Object> checkout = new LinkedHashMap<>();
    checkout.put("id", order.id().toString());
    checkout.put("merchant", merchant(requisition));
    checkout.put("line_items", lines(requisition.lines()));
    checkout.put("status", "ready_for_complete");
    checkout.put("currency", requisition.currency().getCurrencyCode());
    checkout.put("totals", totals(requisition));
    checkout.put("links", List.of());
    return checkout;
  }

  static Map<String, Object> merchant(Requisition requisition) {
    VendorId vendor = requisition.vendor();
    Payee payee = requisition.payee();
    return Map.of("id", vendor.name(), "name", payee.name(), "website", payee.origin().toString());
  }

  private static List<Map<String, Object>> lines(List<RequisitionLine> lines) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (RequisitionLine line : lines) {
      items.add(
          Map.of(
              "id", Integer.toString(items.size() + 1),
              "item",
                  Map.of(
                      "id", line.sku(),
                      "title", line.title(),
                      "price", line.unitPrice().minor()),
              "quantity", line.quantity(),
              "totals", List.of(total("subtotal", line.total()))));
    }
    return items;
  }

  private static List<Map<String, Object>> totals(Requisition requisition) {
    List<Map<String, Object>> totals = new ArrayList<>();
    totals.add(
        total(
            "subtotal",
            requisition.lines().stream()
                .map(RequisitionLine::total)
                .reduce(Money.zero(requisition.currency()), Money::plus)));
    for (Charge charge : requisition.charges()) {
      Map<String, Object> entry =
          new LinkedHashMap<>(
              total(charge.amount().isNegative() ? "discount" : "fee", charge.amount()));
      entry.put("display_text", charge.label());
      totals.add(entry);
    }
    totals.add(total("total", requisition.total()));
    return totals;
  }

  private static Map<String, Object> total(String type, Money amount) {
    return Map.of("type", type, "amount", amount.minor());
  }
}
