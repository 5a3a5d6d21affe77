package dev.purser.daemon.owner;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.budgets.VendorId;
import dev.purser.budgets.standing.StandingLimits;
import dev.purser.daemon.purchasing.StandingDesk;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the owner has typed about a mandate to be. */
public record StandingForm(
    String agent,
    List<String> vendors,
    String categories,
    String perOrder,
    String inAll,
    String uses,
    String unitPrice,
    String days) {
  private static final int MAX_TYPED = 400;
  private static final int DAYS = 30;

  public StandingForm {
    vendors = List.copyOf(vendors);
  }

  static StandingForm usual(Currency currency) {
    StandingLimits limits = StandingLimits.usual(currency);
    return new StandingForm(
        "",
        List.of(),
        "",
        limits.perOrder().value(),
        limits.inAll().value(),
        Integer.toString(limits.uses()),
        limits.unitPrice().value(),
        Integer.toString(DAYS));
  }

  static StandingForm of(MultivaluedMap<String, String> form) {
    return new StandingForm(
        typed(form, "agent"),
        form.getOrDefault("vendor", List.of()),
        typed(form, "categories"),
        typed(form, "perOrder"),
        typed(form, "inAll"),
        typed(form, "uses"),
        typed(form, "unitPrice"),
        typed(form, "days"));
  }

  public boolean names(String vendor) {
    return vendors.contains(vendor);
  }

  /**
   * What is wanted.
   *
   * @param today on the owner's calendar
   * @throws IllegalArgumentException for people, when it cannot be read
   */
  StandingDesk.Wish wish(Currency currency, LocalDate today) {
    return new StandingDesk.Wish(
        agent,
        vendors.stream().map(VendorId::new).collect(Collectors.toSet()),
        categoryIds(),
        StandingLimits.of(
            Money.parse(perOrder, currency),
            Money.parse(inAll, currency),
            number(uses),
            Money.parse(unitPrice, currency)),
        today.plusDays(number(days) - 1L));
  }

  private Set<CategoryId> categoryIds() {
    return Stream.of(categories.split("[,\\s]+"))
        .filter(path -> !path.isEmpty())
        .map(CategoryId::new)
        .collect(Collectors.toSet());
  }

  private static int number(String typed) {
    if (!typed.matches("[0-9]{1,4}")) {
      throw new IllegalArgumentException("'" + typed + "' is not a number of days or orders.");
    }
    return Integer.parseInt(typed);
  }

  private static String typed(MultivaluedMap<String, String> form, String field) {
    String value = form.getFirst(field);
    String text = value == null ? "" : value.replaceAll("\\p{Cntrl}+", " ").strip();
    return text.length() <= MAX_TYPED ? text : text.substring(0, MAX_TYPED);
  }
}
