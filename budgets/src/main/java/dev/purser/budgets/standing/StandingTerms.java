package dev.purser.budgets.standing;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Payee;
import dev.purser.budgets.VendorId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a standing mandate says, in full: the owner's passkey signs these fields and no others.
 *
 * @param agent the one agent whose orders are meant
 * @param vendors who is paid, and by which name and at which origin; nobody else is meant
 * @param categories every line of an order is in one of these or below it
 * @param shipTo where things go
 */
public record StandingTerms(
    String agent,
    Map<VendorId, Payee> vendors,
    Set<CategoryId> categories,
    String shipTo,
    StandingLimits limits,
    Term term) {

  /** Refuses, in words for people, terms without an end to them. */
  public StandingTerms {
    vendors = Map.copyOf(vendors);
    categories = Set.copyOf(categories);
    if (agent.isBlank() || vendors.isEmpty() || categories.isEmpty()) {
      throw new IllegalArgumentException(
          "Name an agent, at least one vendor, and at least one category.");
    }
  }

  /**
   * From when until when; not the last instant itself.
   *
   * @param until at most {@link #LONGEST} after the beginning
   */
  public record Term(Instant from, Instant until) {
    /** After a season everybody should think again; design: standing mandates. */
    public static final Duration LONGEST = Duration.ofDays(90);

    public Term {
      if (!from.isBefore(until) || until.isAfter(from.plus(LONGEST))) {
        throw new IllegalArgumentException("It ends later than it begins, within 90 days.");
      }
    }

    public boolean contains(Instant moment) {
      return !moment.isBefore(from) && moment.isBefore(until);
    }
  }

  /** As plain maps, lists, strings and integers, for canonical JSON (RFC 8785). */
  public Map<String, Object> canonicalFields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("agent", agent);
    fields.put(
        "vendors",
        new TreeMap<>(vendors)
            .entrySet().stream()
                .map(vendor -> canonicalVendor(vendor.getKey(), vendor.getValue()))
                .toList());
    fields.put("categories", new TreeSet<>(categories).stream().map(CategoryId::path).toList());
    fields.put("ship_to", shipTo);
    fields.put("limits", limits.canonicalFields());
    fields.put("from", term.from().toString());
    fields.put("until", term.until().toString());
    return fields;
  }

  private static Map<String, Object> canonicalVendor(VendorId id, Payee payee) {
    return Map.of("vendor", id.name(), "payee", payee.name(), "origin", payee.origin().toString());
  }
}
