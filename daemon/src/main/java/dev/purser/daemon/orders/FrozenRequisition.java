package dev.purser.daemon.orders;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Charge;
import dev.purser.budgets.Money;
import dev.purser.budgets.Payee;
import dev.purser.budgets.Requisition;
import dev.purser.budgets.RequisitionLine;
import dev.purser.budgets.VendorId;
import dev.purser.daemon.audit.CanonicalJson;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * A requisition in its canonical form, with the digest that stands for it from now on.
 *
 * @param json RFC 8785 canonical JSON of {@link Requisition#canonicalFields()}
 * @param digest SHA-256 of the JSON, in hexadecimal
 */
public record FrozenRequisition(Requisition requisition, String json, String digest) {

  public static FrozenRequisition freeze(Requisition requisition) {
    String json = CanonicalJson.write(requisition.canonicalFields());
    return new FrozenRequisition(requisition, json, CanonicalJson.sha256(json));
  }

  /**
   * Reads what {@link #freeze} made.
   *
   * @throws AlteredOrderException when the text is no longer what the digest was taken of, or says
   *     no order
   */
  public static FrozenRequisition thaw(String json, String digest) {
    FrozenRequisition frozen = freeze(readable(json, digest));
    if (!frozen.json().equals(json) || !frozen.digest().equals(digest)) {
      throw new AlteredOrderException("the stored order does not match its digest " + digest);
    }
    return frozen;
  }

  /** Whoever edits a stored order decides what is wrong with it; we need not know every way. */
  private static Requisition readable(String json, String digest) {
    try {
      return parse(CanonicalJson.read(json));
    } catch (UncheckedIOException | IllegalArgumentException | ClassCastException e) {
      throw new AlteredOrderException("the stored order of digest " + digest + " is none", e);
    }
  }

  private static Requisition parse(Map<String, Object> fields) {
    Currency currency = Money.currencyOf(text(fields, "currency"));
    return new Requisition(
        new VendorId(text(fields, "vendor")),
        new Payee(text(fields, "payee"), URI.create(text(fields, "origin"))),
        currency,
        maps(fields, "lines").stream().map(line -> line(line, currency)).toList(),
        maps(fields, "charges").stream().map(charge -> charge(charge, currency)).toList(),
        text(fields, "ship_to"),
        text(fields, "policy_version"));
  }

  private static RequisitionLine line(Map<?, ?> line, Currency currency) {
    return new RequisitionLine(
        text(line, "sku"),
        text(line, "title"),
        text(line, "size"),
        (Integer) field(line, "quantity"),
        new Money(currency, Long.parseLong(text(line, "unit_price_minor"))),
        new CategoryId(text(line, "category")));
  }

  private static Charge charge(Map<?, ?> charge, Currency currency) {
    return new Charge(
        text(charge, "label"), new Money(currency, Long.parseLong(text(charge, "amount_minor"))));
  }

  private static List<? extends Map<?, ?>> maps(Map<?, ?> fields, String name) {
    return ((List<?>) field(fields, name)).stream().map(each -> (Map<?, ?>) each).toList();
  }

  private static String text(Map<?, ?> fields, String name) {
    return (String) field(fields, name);
  }

  private static Object field(Map<?, ?> fields, String name) {
    Object value = fields.get(name);
    if (value == null) {
      throw new AlteredOrderException("the stored order has no " + name);
    }
    return value;
  }
}
