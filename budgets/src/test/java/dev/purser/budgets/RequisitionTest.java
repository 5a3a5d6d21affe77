package dev.purser.budgets;

import static dev.purser.budgets.Requisitions.PANTRY;
import static dev.purser.budgets.Requisitions.TREATS;
import static dev.purser.budgets.Requisitions.line;
import static dev.purser.budgets.Requisitions.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequisitionTest {

  private static Charge charge(long cents) {
    return new Charge("Delivery", usd(cents));
  }

  @Test
  void totalIsLinesAndCharges() {
    RequisitionLine eggs = new RequisitionLine("1", "Eggs", "doz", 3, usd(294), PANTRY);
    Requisition requisition = Requisitions.of(List.of(eggs, line(TREATS, 1)), List.of(charge(350)));

    assertThat(eggs.total()).isEqualTo(usd(882));
    assertThat(requisition.total()).isEqualTo(usd(1233));
  }

  @Test
  void sharesAddUpByCategory() {
    assertThat(Requisitions.of(line(PANTRY, 100), line(TREATS, 10), line(PANTRY, 1)).shares())
        .isEqualTo(Map.of(PANTRY, usd(101), TREATS, usd(10)));
  }

  @Test
  void chargeFollowsTheLinesAndOddCentGoesWhereMostWasLost() {
    Requisition requisition =
        Requisitions.of(List.of(line(PANTRY, 200), line(TREATS, 100)), List.of(charge(100)));

    assertThat(requisition.shares()).isEqualTo(Map.of(PANTRY, usd(267), TREATS, usd(133)));
  }

  @Test
  void oddCentOfEqualSharesGoesToTheFirstByName() {
    Requisition requisition =
        Requisitions.of(List.of(line(TREATS, 100), line(PANTRY, 100)), List.of(charge(1)));

    assertThat(requisition.shares()).isEqualTo(Map.of(PANTRY, usd(101), TREATS, usd(100)));
  }

  @Test
  void chargeOnFreeLinesIsSharedEqually() {
    Requisition requisition =
        Requisitions.of(List.of(line(PANTRY, 0), line(TREATS, 0)), List.of(charge(101)));

    assertThat(requisition.shares()).isEqualTo(Map.of(PANTRY, usd(51), TREATS, usd(50)));
  }

  @Test
  void discountIsSharedToo() {
    Requisition requisition =
        Requisitions.of(List.of(line(PANTRY, 200), line(TREATS, 100)), List.of(charge(-100)));

    assertThat(requisition.shares()).isEqualTo(Map.of(PANTRY, usd(133), TREATS, usd(67)));
  }

  @Test
  void manySmallDiscountsDoNotMakeOneCategoryPayAnother() {
    List<Charge> discounts = Collections.nCopies(101, charge(-1));
    Requisition requisition =
        Requisitions.of(List.of(line(PANTRY, 100), line(TREATS, 1)), discounts);

    assertThat(requisition.shares()).isEqualTo(Map.of(PANTRY, usd(0), TREATS, usd(0)));
  }

  @Property
  void sharesAddUpToTheTotalExactlyAndNoneIsNegative(
      @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 0, max = 1_000_000) Long> prices,
      @ForAll @Size(max = 4) List<@IntRange(min = -50_000, max = 100_000) Integer> charges) {
    List<RequisitionLine> lines = new ArrayList<>();
    for (long price : prices) {
      lines.add(line(new CategoryId("c" + lines.size() % 4), price));
    }
    long sum = prices.stream().mapToLong(price -> price).sum();
    List<Charge> fitting = new ArrayList<>();
    for (int cents : charges) {
      if (sum + cents >= 0) {
        sum += cents;
        fitting.add(charge(cents));
      }
    }
    Requisition requisition = Requisitions.of(lines, fitting);

    assertThat(requisition.total()).isEqualTo(usd(sum));
    assertThat(requisition.shares().values().stream().reduce(usd(0), Money::plus))
        .isEqualTo(usd(sum));
    assertThat(requisition.shares().values()).noneMatch(Money::isNegative);
  }

  @Property
  void noShareIsFurtherThanOneUnitFromItsProportion(
      @ForAll @LongRange(min = 1, max = 1_000_000) long one,
      @ForAll @LongRange(min = 1, max = 1_000_000) long other,
      @ForAll @LongRange(min = 0, max = 1_000_000) long delivery) {
    Requisition requisition =
        Requisitions.of(List.of(line(PANTRY, one), line(TREATS, other)), List.of(charge(delivery)));
    long exactTimesSum = delivery * one;
    long share = requisition.shares().getOrDefault(PANTRY, usd(0)).minor() - one;

    assertThat(Math.abs(share * (one + other) - exactTimesSum)).isLessThan(one + other);
  }

  @Test
  void hugeAmountsAreSharedWithoutOverflow() {
    long huge = 4_000_000_000_000_000_000L;
    Requisition requisition =
        Requisitions.of(List.of(line(PANTRY, huge), line(TREATS, 3)), List.of(charge(huge)));

    assertThat(requisition.shares()).isEqualTo(Map.of(PANTRY, usd(2 * huge - 3), TREATS, usd(6)));
  }

  @Test
  void chargesWithoutLinesWouldBePaidByNoCategory() {
    assertThatThrownBy(() -> Requisitions.of(List.of(), List.of(charge(1))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Requisitions.of().shares()).isEmpty();
    assertThat(Requisitions.of().total()).isEqualTo(usd(0));
  }

  @Test
  void discountsMayTakeAllButNotMore() {
    assertThat(Requisitions.of(List.of(line(PANTRY, 100)), List.of(charge(-100))).total())
        .isEqualTo(usd(0));
    assertThatThrownBy(() -> Requisitions.of(List.of(line(PANTRY, 100)), List.of(charge(-101))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void otherCurrenciesAreRefused() {
    RequisitionLine euros =
        new RequisitionLine("1", "Eggs", "", 1, Money.ofMinor("EUR", 1), PANTRY);
    Charge euroCharge = new Charge("Tax", Money.ofMinor("EUR", 1));

    assertThatThrownBy(() -> Requisitions.of(euros)).hasMessageContaining("EUR");
    assertThatThrownBy(() -> Requisitions.of(List.of(line(PANTRY, 1)), List.of(euroCharge)))
        .hasMessageContaining("EUR");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 999})
  void quantitiesFromOneTo999AreLines(int quantity) {
    RequisitionLine line = new RequisitionLine("1", "Eggs", "", quantity, usd(1), PANTRY);

    assertThat(line.total()).isEqualTo(usd(quantity));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1000})
  void otherQuantitiesAreNot(int quantity) {
    assertThatThrownBy(() -> new RequisitionLine("1", "Eggs", "", quantity, usd(1), PANTRY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void priceIsNeverNegative() {
    assertThat(line(PANTRY, 0).total()).isEqualTo(usd(0));
    assertThatThrownBy(() -> line(PANTRY, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void canonicalFieldsHoldAllThatTheOwnerAgreesTo() {
    Map<String, Object> fields =
        Requisitions.of(List.of(line(PANTRY, 294)), List.of(charge(350))).canonicalFields();

    assertThat(fields)
        .containsOnlyKeys(
            "vendor",
            "payee",
            "origin",
            "currency",
            "lines",
            "charges",
            "total_minor",
            "ship_to",
            "policy_version")
        .containsEntry("total_minor", "644")
        .containsEntry("origin", "https://corner-store.example")
        .containsEntry(
            "lines",
            List.of(
                Map.of(
                    "sku", "sku",
                    "title", "Title",
                    "size", "size",
                    "quantity", 1,
                    "unit_price_minor", "294",
                    "category", "household/pantry")))
        .containsEntry("charges", List.of(Map.of("label", "Delivery", "amount_minor", "350")));
  }
}
