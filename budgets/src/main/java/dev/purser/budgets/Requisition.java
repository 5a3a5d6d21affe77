package dev.purser.budgets;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A frozen cart: what would be bought, from whom, for how much, under which policy. What is shown
 * to the owner, what is confirmed and what is charged are this one value; its digest says so.
 *
 * @param currency of every amount in it
 * @param lines may be empty only where nothing in the cart could be quoted; policy refuses that
 * @param charges what the vendor adds; shared out over the lines' categories
 * @param shipTo the owner's address, from the policy
 * @param policyVersion SHA-256 of the policy it was judged by, in hexadecimal
 */
public record Requisition(
    VendorId vendor,
    Payee payee,
    Currency currency,
    List<RequisitionLine> lines,
    List<Charge> charges,
    String shipTo,
    String policyVersion) {

  public Requisition {
    lines = List.copyOf(lines);
    charges = List.copyOf(charges);
    for (RequisitionLine line : lines) {
      requireCurrency(currency, line.unitPrice());
    }
    for (Charge charge : charges) {
      requireCurrency(currency, charge.amount());
    }
  }

  /** Lines and charges together. */
  public Money total() {
    Money sum = Money.zero(currency);
    for (RequisitionLine line : lines) {
      sum = sum.plus(line.total());
    }
    for (Charge charge : charges) {
      sum = sum.plus(charge.amount());
    }
    return sum;
  }

  /**
   * What each category pays. Charges follow the lines in proportion, by largest remainder, so that
   * the shares add up to {@link #total()} exactly.
   */
  public SortedMap<CategoryId, Money> shares() {
    SortedMap<CategoryId, Money> shares = new TreeMap<>();
    for (RequisitionLine line : lines) {
      shares.merge(line.category(), line.total(), Money::plus);
    }
    SortedMap<CategoryId, Money> weights = new TreeMap<>(shares);
    for (Charge charge : charges) {
      Shares.of(charge.amount(), weights)
          .forEach((category, share) -> shares.merge(category, share, Money::plus));
    }
    return shares;
  }

  /**
   * All that the owner says yes to, as plain maps, lists, strings and integers, for canonical JSON
   * (RFC 8785). Amounts are strings of minor units: JSON numbers are doubles there.
   */
  public Map<String, Object> canonicalFields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("vendor", vendor.name());
    fields.put("payee", payee.name());
    fields.put("origin", payee.origin().toString());
    fields.put("currency", currency.getCurrencyCode());
    fields.put("lines", lines.stream().map(Requisition::canonicalLine).toList());
    fields.put("charges", charges.stream().map(Requisition::canonicalCharge).toList());
    fields.put("total_minor", Long.toString(total().minor()));
    fields.put("ship_to", shipTo);
    fields.put("policy_version", policyVersion);
    return fields;
  }

  private static Map<String, Object> canonicalLine(RequisitionLine line) {
    return Map.of(
        "sku", line.sku(),
        "title", line.title(),
        "size", line.size(),
        "quantity", line.quantity(),
        "unit_price_minor", Long.toString(line.unitPrice().minor()),
        "category", line.category().path());
  }

  private static Map<String, Object> canonicalCharge(Charge charge) {
    return Map.of("label", charge.label(), "amount_minor", Long.toString(charge.amount().minor()));
  }

  private static void requireCurrency(Currency currency, Money amount) {
    if (!amount.currency().equals(currency)) {
      throw new IllegalArgumentException(
          "a requisition in %s cannot hold %s".formatted(currency, amount));
    }
  }
}
