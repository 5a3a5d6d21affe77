package dev.purser.vendors.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.budgets.Charge;
import dev.purser.budgets.Money;
import dev.purser.budgets.Requisition;
import dev.purser.budgets.RequisitionLine;
import dev.purser.vendors.VendorOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/** An order as the vendor reads it: what to deliver, where to, and for how much. */
final class OrderJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private OrderJson() {}

  static byte[] bytes(VendorOrder order) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(fields(order));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of strings do not become JSON", e);
    }
  }

  private static Map<String, Object> fields(VendorOrder order) {
    Requisition requisition = order.requisition();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("order", order.id().toString());
    fields.put("vendor", requisition.vendor().name());
    fields.put("payee", requisition.payee().name());
    fields.put("lines", requisition.lines().stream().map(OrderJson::line).toList());
    fields.put("charges", requisition.charges().stream().map(OrderJson::charge).toList());
    fields.put("total", amount(requisition.total()));
    fields.put("ship_to", requisition.shipTo());
    return fields;
  }

  private static Map<String, Object> line(RequisitionLine line) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("sku", line.sku());
    fields.put("title", line.title());
    fields.put("size", line.size());
    fields.put("quantity", line.quantity());
    fields.put("unit_price", amount(line.unitPrice()));
    fields.put("total", amount(line.total()));
    return fields;
  }

  private static Map<String, Object> charge(Charge charge) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("label", charge.label());
    fields.put("amount", amount(charge.amount()));
    return fields;
  }

  private static Map<String, Object> amount(Money money) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("currency", money.currency().getCurrencyCode());
    fields.put("value", money.value());
    return fields;
  }
}
