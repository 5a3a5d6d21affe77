package dev.purser.budgets.attention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.budgets.Payee;
import dev.purser.budgets.Requisition;
import dev.purser.budgets.RequisitionLine;
import dev.purser.budgets.VendorId;
import java.net.URI;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookoutTest {
  private static final CategoryId PANTRY = new CategoryId("household/pantry");
  private static final CategoryId HOUSEHOLD = new CategoryId("household");
  private static final Payee STORE = payee("Corner Store", "https://corner-store.example");
  private static final String HOME = "1 Quay Street";
  private static final AttentionFacts.Moment NOON = moment("12:00", 1);

  @Test
  void anOrderLikeTheLastOneNeedsNone() {
    assertThat(Lookout.over(eggs(2_94), facts(bought(eggs(2_94))))).isEmpty();
  }

  @Test
  void theFirstOrderAtAVendorIsPointedOut() {
    assertThat(Lookout.over(eggs(2_94), facts(AttentionFacts.Past.NONE)))
        .containsExactly(new Attention.NewVendor(STORE));
  }

  @ParameterizedTest
  @CsvSource({
    "Corner Store, https://corner-st0re.example",
    "Corner Shop, https://corner-store.example"
  })
  void anotherPayeeThanLastTimeIsHigh(String name, String origin) {
    Requisition now = requisition(payee(name, origin), HOME, line("eggs", 2_94));

    assertThat(Lookout.over(now, facts(bought(eggs(2_94)))))
        .containsExactly(new Attention.NewPayee(STORE, payee(name, origin)))
        .allMatch(Attention::isHigh);
  }

  @Test
  void anotherAddressThanLastTimeIsHigh() {
    Requisition now = requisition(STORE, "2 Smugglers' Cove", line("eggs", 2_94));

    assertThat(Lookout.over(now, facts(bought(eggs(2_94)))))
        .containsExactly(new Attention.ShipsElsewhere(HOME, "2 Smugglers' Cove"))
        .allMatch(Attention::isHigh);
  }

  @Test
  void fifteenPerCentMoreIsAJumpAndACentLessIsNot() {
    AttentionFacts facts = facts(bought(eggs(2_00)));

    assertThat(Lookout.over(eggs(2_29), facts)).isEmpty();
    assertThat(Lookout.over(eggs(2_30), facts))
        .containsExactly(new Attention.PriceJump("Fresh eggs", usd(2_00), usd(2_30)))
        .noneMatch(Attention::isHigh);
  }

  @Test
  void halfAsMuchAgainIsHigh() {
    AttentionFacts facts = facts(bought(eggs(2_00)));

    assertThat(Lookout.over(eggs(2_99), facts)).noneMatch(Attention::isHigh);
    assertThat(Lookout.over(eggs(3_00), facts)).hasSize(1).allMatch(Attention::isHigh);
  }

  @Test
  void theSteepestJumpIsFirst() {
    Requisition before = requisition(STORE, HOME, line("eggs", 2_00), line("milk", 2_00));
    Requisition now = requisition(STORE, HOME, line("eggs", 2_40), line("milk", 2_60));

    assertThat(Lookout.over(now, facts(bought(before))))
        .extracting(found -> ((Attention.PriceJump) found).title())
        .containsExactly("Fresh milk", "Fresh eggs");
  }

  @Test
  void aPriceInOtherMoneyIsNotCompared() {
    AttentionFacts.Past past =
        new AttentionFacts.Past(
            1, Optional.of(eggs(2_94)), Map.of("eggs", Money.ofMinor("EUR", 1)));

    assertThat(Lookout.over(eggs(2_94), facts(past))).isEmpty();
  }

  @Test
  void nineTenthsOfTheLowestLimitIsNearIt() {
    List<Money> limits = List.of(usd(200_00), usd(100_00), Money.ofMinor("EUR", 1));

    assertThat(Lookout.over(eggs(89_99), limited(limits, 89_99))).isEmpty();
    assertThat(Lookout.over(eggs(90_00), limited(limits, 90_00)))
        .containsExactly(new Attention.NearLimit(usd(90_00), usd(100_00)));
  }

  @Test
  void overHalfOfWhatIsLeftIsPointedOutAndHalfIsNot() {
    assertThat(Lookout.over(eggs(5_00), drawing(draw(PANTRY, 5_00, 10_00)))).isEmpty();
    assertThat(Lookout.over(eggs(5_00), drawing(draw(PANTRY, 5_00, 9_99))))
        .containsExactly(new Attention.TakesMost(PANTRY, usd(5_00), usd(9_99)));
    assertThat(
            Lookout.over(
                eggs(5_00), drawing(draw(HOUSEHOLD, 5_00, 9_00), draw(PANTRY, 5_00, 6_00))))
        .extracting(found -> ((Attention.TakesMost) found).category())
        .containsExactly(PANTRY, HOUSEHOLD);
  }

  @Test
  void theTenthProposalOfADayIsManyAndTheNinthIsNot() {
    assertThat(Lookout.over(eggs(2_94), at(moment("12:00", 9)))).isEmpty();
    assertThat(Lookout.over(eggs(2_94), at(moment("12:00", 10))))
        .containsExactly(new Attention.ManyProposals(10));
  }

  @ParameterizedTest
  @CsvSource({
    "07:00, 22:00, 06:59, false",
    "07:00, 22:00, 07:00, true",
    "07:00, 22:00, 21:59, true",
    "07:00, 22:00, 22:00, false",
    "20:00, 04:00, 23:00, true",
    "20:00, 04:00, 03:59, true",
    "20:00, 04:00, 04:00, false",
    "20:00, 04:00, 19:59, false",
    "00:00, 00:00, 03:00, true"
  })
  void usualHoursBeginAtTheirFirstMomentAndEndBeforeTheirLast(
      LocalTime from, LocalTime to, LocalTime at, boolean usual) {
    UsualHours hours = new UsualHours(from, to);

    assertThat(hours.include(at)).isEqualTo(usual);
    assertThat(Lookout.over(eggs(2_94), at(new AttentionFacts.Moment(at, hours, 1))))
        .hasSize(usual ? 0 : 1);
  }

  @Test
  void whatIsHighComesFirstAndTheRestByWeight() {
    Requisition now = requisition(STORE, HOME, line("eggs", 99_00), line("milk", 2_40));
    AttentionFacts facts =
        new AttentionFacts(
            bought(requisition(STORE, HOME, line("eggs", 2_00), line("milk", 2_00))),
            List.of(usd(101_40)),
            List.of(draw(PANTRY, 101_40, 102_00)),
            moment("03:00", 30));

    assertThat(Lookout.over(now, facts))
        .extracting(found -> found.getClass().getSimpleName())
        .containsExactly(
            "PriceJump", "PriceJump", "NearLimit", "TakesMost", "ManyProposals", "UnusualHour");
  }

  private static AttentionFacts facts(AttentionFacts.Past past) {
    return new AttentionFacts(past, List.of(), List.of(), NOON);
  }

  private static AttentionFacts limited(List<Money> limits, long cents) {
    return new AttentionFacts(bought(eggs(cents)), limits, List.of(), NOON);
  }

  private static AttentionFacts drawing(AttentionFacts.Draw... draws) {
    return new AttentionFacts(bought(eggs(5_00)), List.of(), List.of(draws), NOON);
  }

  private static AttentionFacts at(AttentionFacts.Moment moment) {
    return new AttentionFacts(bought(eggs(2_94)), List.of(), List.of(), moment);
  }

  private static AttentionFacts.Moment moment(String at, int proposalsToday) {
    return new AttentionFacts.Moment(LocalTime.parse(at), UsualHours.DAY, proposalsToday);
  }

  private static AttentionFacts.Draw draw(CategoryId category, long asked, long left) {
    return new AttentionFacts.Draw(category, usd(asked), usd(left));
  }

  private static AttentionFacts.Past bought(Requisition last) {
    Map<String, Money> prices =
        last.lines().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    RequisitionLine::sku, RequisitionLine::unitPrice));
    return new AttentionFacts.Past(1, Optional.of(last), prices);
  }

  private static Requisition eggs(long cents) {
    return requisition(STORE, HOME, line("eggs", cents));
  }

  private static RequisitionLine line(String sku, long cents) {
    return new RequisitionLine(sku, "Fresh " + sku, "each", 1, usd(cents), PANTRY);
  }

  private static Requisition requisition(Payee payee, String shipTo, RequisitionLine... lines) {
    return new Requisition(
        new VendorId("corner-store"),
        payee,
        Currency.getInstance("USD"),
        List.of(lines),
        List.of(),
        shipTo,
        "0".repeat(64));
  }

  private static Payee payee(String name, String origin) {
    return new Payee(name, URI.create(origin));
  }

  private static Money usd(long cents) {
    return Money.ofMinor("USD", cents);
  }
}
