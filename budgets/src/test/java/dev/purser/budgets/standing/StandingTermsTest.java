package dev.purser.budgets.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.budgets.Payee;
import dev.purser.budgets.VendorId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandingTermsTest {
  private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");

  private static Money usd(long cents) {
    return Money.ofMinor("USD", cents);
  }

  @Test
  void ninetyDaysAreTheLongest() {
    Instant end = FROM.plus(Duration.ofDays(90));

    assertThatCode(() -> new StandingTerms.Term(FROM, end)).doesNotThrowAnyException();
    refused(() -> new StandingTerms.Term(FROM, end.plusNanos(1_000)));
    refused(() -> new StandingTerms.Term(FROM, FROM));
  }

  @Test
  void usualLimitsAreThirtyAHundredAndFive() {
    StandingLimits usual = StandingLimits.usual(usd(0).currency());

    assertThat(List.of(usual.perOrder(), usual.inAll())).containsExactly(usd(30_00), usd(100_00));
    assertThat(usual.uses()).isEqualTo(5);
    assertThat(StandingLimits.usual(Money.currencyOf("JPY")).perOrder())
        .isEqualTo(Money.ofMinor("JPY", 30));
  }

  @Test
  void limitsAreOneInsideTheOther() {
    assertThatCode(() -> StandingLimits.of(usd(1), usd(1), 1, usd(1))).doesNotThrowAnyException();
    refused(() -> StandingLimits.of(usd(2), usd(1), 1, usd(1)));
    refused(() -> StandingLimits.of(usd(1), usd(1), 1, usd(2)));
    refused(() -> StandingLimits.of(usd(1), usd(1), 1, usd(0)));
    refused(() -> StandingLimits.of(usd(1), Money.ofMinor("EUR", 1), 1, usd(1)));
  }

  @Test
  void numbersAreNotWithoutEnd() {
    for (int uses : new int[] {0, 101}) {
      refused(() -> StandingLimits.of(usd(1), usd(1), uses, usd(1)));
    }
    for (int rise : new int[] {-1, 51}) {
      refused(() -> new StandingLimits(usd(1), usd(1), 1, usd(1), rise, 1));
    }
    assertThat(StandingLimits.of(usd(1), usd(1), 100, usd(1)).triesADay()).isEqualTo(100);
    refused(() -> new StandingLimits(usd(1), usd(1), 2, usd(1), 0, 1));
  }

  @Test
  void whoAndWhatAreNamed() {
    refused(() -> terms(Map.of(), Set.of(new CategoryId("household"))));
    refused(() -> terms(Map.of(new VendorId("a"), payee("A")), Set.of()));
  }

  @Test
  void theOrderOfVendorsAndCategoriesIsNoDifference() {
    Map<String, Object> fields =
        terms(
                Map.of(new VendorId("b"), payee("B"), new VendorId("a"), payee("A")),
                Set.of(new CategoryId("z"), new CategoryId("a")))
            .canonicalFields();

    assertThat(fields)
        .containsEntry("categories", List.of("a", "z"))
        .containsEntry(
            "vendors",
            List.of(
                Map.of("vendor", "a", "payee", "A", "origin", "https://shop.example"),
                Map.of("vendor", "b", "payee", "B", "origin", "https://shop.example")));
  }

  private static StandingTerms terms(Map<VendorId, Payee> vendors, Set<CategoryId> categories) {
    return new StandingTerms(
        "pantry",
        vendors,
        categories,
        "1 Quay Street",
        StandingLimits.usual(usd(0).currency()),
        new StandingTerms.Term(FROM, FROM.plusSeconds(1)));
  }

  private static Payee payee(String name) {
    return new Payee(name, URI.create("https://shop.example"));
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable making) {
    assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class);
  }
}
