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
    if (lines.isEmpty() && !charges.isEmpty()) {
      throw new IllegalArgumentException("no category would pay charges without lines");
    }
    if (linesOf(currency, lines).plus(chargesOf(currency, charges)).isNegative()) {
      throw new IllegalArgumentException("the discounts are larger than what they discount");
    }
  }

  /** Lines and charges together. */
  public Money total() {
    return linesOf(currency, lines).plus(chargesOf(currency, charges));
  }

  /**
   * What each category pays, never less than nothing. Charges follow the lines in proportion, by
   * largest remainder, so that the shares add up to {@link #total()} exactly. They are shared out
   * together: one by one, the odd cents of many discounts could add up to more than a share.
   */
  public SortedMap<CategoryId, Money> shares() {
    SortedMap<CategoryId, Money> shares = new TreeMap<>();
    for (RequisitionLine line : lines) {
      shares.merge(line.category(), line.total(), Money::plus);
    }
    SortedMap<CategoryId, Money> weights = new TreeMap<>(shares);
    Shares.of(chargesOf(currency, charges), weights)
        .forEach((category, share) -> shares.merge(category, share, Money::plus));
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

  private static Money linesOf(Currency currency, List<RequisitionLine> lines) {
    return lines.stream().map(RequisitionLine::total).reduce(Money.zero(currency), Money::plus);
  }

  private static Money chargesOf(Currency currency, List<Charge> charges) {
    return charges.stream().map(Charge::amount).reduce(Money.zero(currency), Money::plus);
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
