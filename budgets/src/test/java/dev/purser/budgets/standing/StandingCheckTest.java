package dev.purser.budgets.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Charge;
import dev.purser.budgets.Money;
import dev.purser.budgets.Payee;
import dev.purser.budgets.Requisition;
import dev.purser.budgets.RequisitionLine;
import dev.purser.budgets.VendorId;
import dev.purser.budgets.standing.StandingFacts.Bought;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Both sides of every bound; and that what is covered is within all of them. */
class StandingCheckTest {
  private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-12-01T00:00:00Z");
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final VendorId STORE = new VendorId("corner-store");
  private static final CategoryId HOUSEHOLD = new CategoryId("household");
  private static final CategoryId PANTRY = new CategoryId("household/pantry");
  private static final Payee PAYEE =
      new Payee("Corner Store", URI.create("https://corner-store.example"));
  private static final String HOME = "1 Quay Street";

  private final List<RequisitionLine> lines = new ArrayList<>(List.of(eggs(1, 2_94)));
  private final List<Charge> charges = new ArrayList<>();
  private final List<Bought> bought = new ArrayList<>(List.of(Bought.of(eggs(1, 2_94))));
  private StandingLimits limits =
      new StandingLimits(usd(30_00), usd(100_00), 5, usd(15_00), 10, 20);
  private Set<CategoryId> categories = Set.of(PANTRY);
  private VendorId vendor = STORE;
  private Payee payee = PAYEE;
  private String shipTo = HOME;
  private String agent = "pantry";
  private Instant now = NOON;
  private int uses;
  private long used;
  private int tries = 1;

  private static Money usd(long cents) {
    return Money.ofMinor("USD", cents);
  }

  private static RequisitionLine eggs(int quantity, long cents) {
    return new RequisitionLine("708111", "Eggs", "doz", quantity, usd(cents), PANTRY);
  }

  private void lines(RequisitionLine... others) {
    lines.clear();
    lines.addAll(List.of(others));
  }

  private StandingTerms terms() {
    return new StandingTerms(
        "pantry",
        Map.of(STORE, PAYEE),
        categories,
        HOME,
        limits,
        new StandingTerms.Term(FROM, UNTIL));
  }

  private Requisition order() {
    return new Requisition(
        vendor, payee, usd(0).currency(), lines, charges, shipTo, "0".repeat(64));
  }

  private StandingFinding found() {
    return StandingCheck.find(
        terms(),
        order(),
        new StandingFacts(agent, now, new StandingFacts.Tally(uses, usd(used)), tries, bought));
  }

  private void covered() {
    assertThat(found()).isEqualTo(new StandingFinding.Covered());
    assertThat(StandingCheck.objection(terms(), order(), now)).isEmpty();
  }

  private void notMeant() {
    assertThat(found()).isEqualTo(new StandingFinding.NotMeant());
  }

  private void beyond(String part) {
    assertThat(found())
        .isInstanceOfSatisfying(
            StandingFinding.Beyond.class, beyond -> assertThat(beyond.why()).contains(part));
  }

  private void odd(String part) {
    assertThat(found())
        .isInstanceOfSatisfying(
            StandingFinding.Odd.class, odd -> assertThat(odd.why()).contains(part));
  }

  @Example
  void whatWasBoughtBeforeIsCovered() {
    covered();
  }

  @Example
  void anotherAgentIsNotMeant() {
    agent = "pantry2";
    notMeant();
  }

  @Example
  void anotherVendorIsNotMeant() {
    vendor = new VendorId("corner-store2");
    notMeant();
    assertThat(StandingCheck.objection(terms(), order(), now)).isPresent();
  }

  @Example
  void aCategoryBelowIsMeantAndOneBesideOrAboveIsNot() {
    categories = Set.of(HOUSEHOLD);
    covered();

    categories = Set.of(new CategoryId("household/pantry/dairy"));
    notMeant();
    categories = Set.of(new CategoryId("household/pan"));
    notMeant();
  }

  @Example
  void oneLineOfAnotherCategoryIsEnoughNotToBeMeant() {
    lines.add(
        new RequisitionLine("1", "Hammer", "each", 1, usd(1), new CategoryId("workshop/tools")));
    notMeant();
  }

  @Example
  void itBeginsWithItsFirstInstantAndIsOverAtItsLast() {
    now = FROM;
    covered();
    now = UNTIL.minusNanos(1_000);
    covered();

    now = FROM.minusNanos(1_000);
    notMeant();
    now = UNTIL;
    notMeant();
    assertThat(StandingCheck.objection(terms(), order(), now)).isPresent();
  }

  @Example
  void anotherNameOrOriginOfThePayeeIsOdd() {
    payee = new Payee("Corner Store Ltd", PAYEE.origin());
    odd("Corner Store Ltd");
    assertThat(StandingCheck.objection(terms(), order(), now)).isPresent();

    payee = new Payee(PAYEE.name(), URI.create("https://corner-st0re.example"));
    odd("corner-st0re");
  }

  @Example
  void anotherAddressIsOdd() {
    shipTo = "2 Quay Street";
    odd("another address");
    assertThat(StandingCheck.objection(terms(), order(), now)).isPresent();
  }

  @Example
  void whatWasNeverBoughtIsOdd() {
    lines.add(new RequisitionLine("2", "Cake", "each", 1, usd(1), PANTRY));
    odd("Cake");
  }

  @Example
  void anotherThingUnderTheSameNumberIsOdd() {
    lines(new RequisitionLine("708111", "Gift card", "doz", 1, usd(2_94), PANTRY));
    odd("Gift card");
    lines(new RequisitionLine("708111", "Eggs", "piece", 1, usd(2_94), PANTRY));
    odd("Eggs");
  }

  @Example
  void aRiseOfTenPerCentIsBornAndACentMoreIsOdd() {
    lines(eggs(1, 3_23)); // 2.94 and 10 % of it is 3.234
    covered();
    lines(eggs(1, 3_24));
    odd("3.24 USD; you paid 2.94 USD");

    limits = new StandingLimits(usd(30_00), usd(100_00), 5, usd(15_00), 0, 20);
    lines(eggs(1, 2_94));
    covered();
    lines(eggs(1, 2_95));
    odd("2.95");
  }

  @Example
  void theLastPriceCountsAndNotADearerOneBefore() {
    bought.add(Bought.of(eggs(1, 9_00)));
    lines(eggs(1, 3_24));
    odd("you paid 2.94 USD");
  }

  @Example
  void oneTryMoreThanADayHasIsOdd() {
    tries = 20;
    covered();
    tries = 21;
    odd("21 times");
  }

  @Example
  void anOrderAtTheCapIsCoveredAndOneCentMoreIsBeyond() {
    charges.add(new Charge("Delivery", usd(30_00 - 2_94)));
    covered();
    charges.add(new Charge("Ice", usd(1)));
    beyond("30.01 USD");
    assertThat(StandingCheck.objection(terms(), order(), now)).isPresent();
  }

  @Example
  void aPieceAtTheCeilingIsCoveredAndOneCentMoreIsBeyond() {
    bought.add(0, Bought.of(eggs(1, 15_00)));
    lines(eggs(2, 15_00));
    covered();
    lines(eggs(1, 15_01));
    beyond("15.00 USD");
    assertThat(StandingCheck.objection(terms(), order(), now)).isPresent();
  }

  @Example
  void theLastOfItsUsesIsCoveredAndOneMoreIsBeyond() {
    uses = 4;
    covered();
    uses = 5;
    beyond("5 orders");
  }

  @Example
  void theLastCentOfItsSumIsCoveredAndOneMoreIsBeyond() {
    used = 100_00 - 2_94;
    covered();
    used++;
    beyond("100.00 USD");
  }

  /** The owner should look at it, and not only say yes to more. */
  @Example
  void whatIsOddAndBeyondIsOdd() {
    uses = 5;
    shipTo = "2 Quay Street";
    odd("another address");
  }

  @Example
  void anOrderInAnotherCurrencyIsNotMeant() {
    Requisition euros =
        new Requisition(
            STORE,
            PAYEE,
            Money.currencyOf("EUR"),
            List.of(
                new RequisitionLine("708111", "Eggs", "doz", 1, Money.ofMinor("EUR", 1), PANTRY)),
            List.of(),
            HOME,
            "0".repeat(64));

    assertThat(
            StandingCheck.find(
                terms(),
                euros,
                new StandingFacts(agent, now, new StandingFacts.Tally(0, usd(0)), 1, bought)))
        .isEqualTo(new StandingFinding.NotMeant());
  }

  /** However often it is used: no more orders and no more money than the terms say. */
  @Property
  void usesNeverComeToMoreThanTheTermsSay(
      @ForAll @IntRange(min = 1, max = 20) int mostUses,
      @ForAll @LongRange(min = 1, max = 50_00) long perOrder,
      @ForAll @LongRange(min = 0, max = 200_00) long more,
      @ForAll List<@LongRange(min = 1, max = 60_00) Long> prices) {
    limits =
        new StandingLimits(usd(perOrder), usd(perOrder + more), mostUses, usd(perOrder), 0, 100);
    uses = 0;
    used = 0;
    for (long price : prices) {
      bought.clear();
      bought.add(Bought.of(eggs(1, price)));
      lines(eggs(1, price));
      if (found() instanceof StandingFinding.Covered) {
        assertThat(price).isLessThanOrEqualTo(perOrder);
        uses++;
        used += price;
      }
    }

    assertThat(uses).isLessThanOrEqualTo(mostUses);
    assertThat(used).isLessThanOrEqualTo(perOrder + more);
  }

  /** The rise is exact in whole numbers: never a part of a cent more than the per cent. */
  @Property
  void theHighestPriceIsTheRiseRoundedDown(
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long paid,
      @ForAll @IntRange(min = 0, max = 50) int rise) {
    limits = new StandingLimits(usd(30_00), usd(100_00), 5, usd(15_00), rise, 20);
    long highest = limits.highest(usd(paid)).minor();

    assertThat((highest - paid) * 100).isLessThanOrEqualTo(paid * rise);
    assertThat((highest - paid + 1) * 100).isGreaterThan(paid * rise);
  }
}
