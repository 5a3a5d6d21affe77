package dev.purser.budgets;

import static dev.purser.budgets.Requisitions.USD;
import static dev.purser.budgets.Requisitions.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Narrowing narrows, whatever is narrowed by what. */
class AttenuationTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Property
  void whatPassesNarrowedTermsPassesThePolicy(
      @ForAll("terms") PolicyTerms terms,
      @ForAll("attenuations") Attenuation narrowing,
      @ForAll("requisitions") Requisition requisition) {
    if (passes(terms.narrowedBy(narrowing), requisition)) {
      assertThat(passes(terms, requisition)).isTrue();
    }
  }

  @Property
  void narrowingTwiceLetsPassWhatPassesBoth(
      @ForAll("terms") PolicyTerms terms,
      @ForAll("attenuations") Attenuation first,
      @ForAll("attenuations") Attenuation second,
      @ForAll("requisitions") Requisition requisition) {
    assertThat(passes(terms.narrowedBy(first).narrowedBy(second), requisition))
        .isEqualTo(
            passes(terms.narrowedBy(first), requisition)
                && passes(terms.narrowedBy(second), requisition))
        .isEqualTo(passes(terms.narrowedBy(second).narrowedBy(first), requisition));
  }

  @Property
  void whatTheNarrowingDoesNotMindPassesAsBefore(
      @ForAll("terms") PolicyTerms terms,
      @ForAll("attenuations") Attenuation narrowing,
      @ForAll("requisitions") Requisition requisition) {
    boolean minds =
        narrowing.vendors().filter(all -> !all.contains(requisition.vendor())).isPresent()
            || narrowing.cap().filter(cap -> !isWithin(requisition.total(), cap)).isPresent()
            || narrowing.categories().filter(all -> !areWithin(requisition, all)).isPresent();

    assertThat(passes(terms.narrowedBy(narrowing), requisition))
        .isEqualTo(!minds && passes(terms, requisition));
  }

  @Property
  void nothingChangesByNoneAndNothingIsLeftByAll(
      @ForAll("terms") PolicyTerms terms, @ForAll("requisitions") Requisition requisition) {
    assertThat(terms.narrowedBy(Attenuation.NONE)).isEqualTo(terms);
    assertThat(passes(terms.narrowedBy(Attenuation.ALL), requisition)).isFalse();
  }

  @Example
  void lastCentOfTheCapPassesAndOneMoreDoesNot() {
    PolicyTerms terms = openTerms().narrowedBy(cappedAt(usd(30_00)));

    assertThat(passes(terms, requisition("a", "household", usd(30_00)))).isTrue();
    assertThat(violations(terms, requisition("a", "household", usd(30_01))))
        .containsExactly(new Violation.AgentCapExceeded(usd(30_01), usd(30_00)));
  }

  @Example
  void capHoldsWhenTheOwnerConfirmsToo() {
    Requisition dear = requisition("a", "household", usd(30_01));
    PolicyFacts facts = facts(openTerms().narrowedBy(cappedAt(usd(30_00))), dear);

    assertThat(PurchasePolicy.judgeHeld(dear, facts)).isInstanceOf(Verdict.Denied.class);
  }

  @Example
  void expiryBeginsAtItsInstant() {
    Attenuation until =
        new Attenuation(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(NOON));

    assertThat(until.isExpiredAt(NOON.minusNanos(1))).isFalse();
    assertThat(until.isExpiredAt(NOON)).isTrue();
    assertThat(Attenuation.NONE.isExpiredAt(Instant.MAX)).isFalse();
  }

  @Provide
  Arbitrary<PolicyTerms> terms() {
    return Combinators.combine(
            vendors().set().ofMaxSize(3), money(), categories().list().ofMaxSize(3))
        .as((vendors, limit, categories) -> new PolicyTerms(vendors, limit, categories, 5));
  }

  @Provide
  Arbitrary<Attenuation> attenuations() {
    return Combinators.combine(
            categories().set().ofMaxSize(3).optional(),
            vendors().set().ofMaxSize(3).optional(),
            money().optional())
        .as(
            (categories, vendors, cap) ->
                new Attenuation(categories, vendors, cap, Optional.empty()));
  }

  @Provide
  Arbitrary<Requisition> requisitions() {
    return Combinators.combine(vendors(), categories(), money())
        .as((vendor, category, price) -> requisition(vendor.name(), category.path(), price));
  }

  private static Arbitrary<VendorId> vendors() {
    return Arbitraries.of("a", "b", "c").map(VendorId::new);
  }

  /** A small tree, so that one is often within another. */
  private static Arbitrary<CategoryId> categories() {
    return Arbitraries.of("h", "h/p", "h/p/x", "h/t", "ha", "g", "g/p").map(CategoryId::new);
  }

  private static Arbitrary<Money> money() {
    return Combinators.combine(Arbitraries.of(USD, USD, EUR), Arbitraries.longs().between(0, 5))
        .as(Money::new);
  }

  private static PolicyTerms openTerms() {
    return new PolicyTerms(
        Set.of(new VendorId("a")), usd(500_00), List.of(new CategoryId("household")), 5);
  }

  private static Attenuation cappedAt(Money cap) {
    return new Attenuation(Optional.empty(), Optional.empty(), Optional.of(cap), Optional.empty());
  }

  private static Requisition requisition(String vendor, String category, Money price) {
    return new Requisition(
        new VendorId(vendor),
        new Payee(vendor, URI.create("https://" + vendor + ".example")),
        price.currency(),
        List.of(new RequisitionLine("sku", "Title", "", 1, price, new CategoryId(category))),
        List.of(),
        "1 Quay Street",
        "0".repeat(64));
  }

  private static boolean passes(PolicyTerms terms, Requisition requisition) {
    return violations(terms, requisition).isEmpty();
  }

  private static List<Violation> violations(PolicyTerms terms, Requisition requisition) {
    return PurchasePolicy.judge(requisition, facts(terms, requisition))
        .match(Verdict.Denied::violations, unused -> List.of());
  }

  /** With budget enough for anything. */
  private static PolicyFacts facts(PolicyTerms terms, Requisition requisition) {
    Money much = new Money(requisition.currency(), 1_000_000);
    Money none = Money.zero(requisition.currency());
    Map<CategoryId, BudgetPosition> positions =
        requisition.shares().keySet().stream()
            .collect(
                Collectors.toMap(
                    category -> category,
                    category -> new BudgetPosition(category, much, none, none, none)));
    return new PolicyFacts(
        terms,
        positions,
        new BudgetMonth(YearMonth.of(2026, 11), ZoneOffset.UTC),
        0,
        false,
        List.of());
  }

  private static boolean isWithin(Money total, Money cap) {
    return total.currency().equals(cap.currency()) && !total.exceeds(cap);
  }

  private static boolean areWithin(Requisition requisition, Set<CategoryId> allowed) {
    return requisition.shares().keySet().stream()
        .allMatch(category -> allowed.stream().anyMatch(category::isWithin));
  }
}
