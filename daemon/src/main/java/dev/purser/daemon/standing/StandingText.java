package dev.purser.daemon.standing;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.budgets.Payee;
import dev.purser.budgets.VendorId;
import dev.purser.budgets.standing.StandingLimits;
import dev.purser.budgets.standing.StandingTerms;
import dev.purser.daemon.audit.CanonicalJson;
import dev.purser.daemon.passkeys.Action;
import dev.purser.daemon.passkeys.Matter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A standing mandate in its canonical form: what the owner's passkey signs. It names the mandate,
 * so that one signature makes one mandate.
 *
 * @param json RFC 8785 canonical JSON of the terms and the id
 */
public record StandingText(UUID id, StandingTerms terms, String json) {

  public static StandingText write(UUID id, StandingTerms terms) {
    return new StandingText(id, terms, CanonicalJson.write(fields(id, terms)));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when the text is anything else
   */
  public static StandingText read(String json) {
    try {
      Map<String, Object> fields = CanonicalJson.read(json);
      StandingText read = write(UUID.fromString(text(fields, "mandate")), terms(fields));
      if (!read.json().equals(json)) {
        throw new IllegalArgumentException("these terms are not written as we write them");
      }
      return read;
    } catch (UncheckedIOException | ClassCastException | DateTimeException e) {
      throw new IllegalArgumentException("these are no terms of a mandate", e);
    }
  }

  /** SHA-256 of the JSON, in hexadecimal. */
  public String digest() {
    return CanonicalJson.sha256(json);
  }

  /** What a passkey is asked to sign to grant it. */
  public Matter grant() {
    return Matter.of(Action.STANDING, fields(id, terms));
  }

  /**
   * What a passkey is asked to sign to let it stand again.
   *
   * @param number of the signature, 1 or more: one lets it stand again once
   */
  public Matter resumption(int number) {
    return Matter.of(Action.STANDING, Map.of("resumed", digest(), "number", number));
  }

  private static Map<String, Object> fields(UUID id, StandingTerms terms) {
    Map<String, Object> fields = new LinkedHashMap<>(terms.canonicalFields());
    fields.put("mandate", id.toString());
    return fields;
  }

  private static StandingTerms terms(Map<String, Object> fields) {
    Map<VendorId, Payee> vendors = new HashMap<>();
    for (Object each : (List<?>) field(fields, "vendors")) {
      Map<?, ?> vendor = (Map<?, ?>) each;
      vendors.put(
          new VendorId(text(vendor, "vendor")),
          new Payee(text(vendor, "payee"), URI.create(text(vendor, "origin"))));
    }
    Set<CategoryId> categories = new HashSet<>();
    for (Object each : (List<?>) field(fields, "categories")) {
      categories.add(new CategoryId((String) each));
    }
    return new StandingTerms(
        text(fields, "agent"),
        vendors,
        categories,
        text(fields, "ship_to"),
        limits((Map<?, ?>) field(fields, "limits")),
        new StandingTerms.Term(
            Instant.parse(text(fields, "from")), Instant.parse(text(fields, "until"))));
  }

  private static StandingLimits limits(Map<?, ?> limits) {
    Currency currency = Money.currencyOf(text(limits, "currency"));
    return new StandingLimits(
        money(limits, "per_order_minor", currency),
        money(limits, "in_all_minor", currency),
        (Integer) field(limits, "uses"),
        money(limits, "unit_price_minor", currency),
        (Integer) field(limits, "rise_per_cent"),
        (Integer) field(limits, "tries_a_day"));
  }

  private static Money money(Map<?, ?> fields, String name, Currency currency) {
    return new Money(currency, Long.parseLong(text(fields, name)));
  }

  private static String text(Map<?, ?> fields, String name) {
    return (String) field(fields, name);
  }

  private static Object field(Map<?, ?> fields, String name) {
    Object value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException("these terms have no " + name);
    }
    return value;
  }
}
