package dev.purser.daemon.purchasing;

import static dev.purser.daemon.purchasing.House.AGENT;
import static dev.purser.daemon.purchasing.House.OTHER_AGENT;
import static dev.purser.daemon.purchasing.House.PANTRY;
import static dev.purser.daemon.purchasing.House.TREATS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.purser.agentapi.AddToCart;
import dev.purser.agentapi.AgentName;
import dev.purser.agentapi.Amount;
import dev.purser.agentapi.OrderView;
import dev.purser.agentapi.OrderView.Status;
import dev.purser.agentapi.ProblemException;
import dev.purser.agentapi.ProposeOrder;
import dev.purser.agentapi.ViolationView;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.notices.News;
import dev.purser.daemon.orders.Decline;
import dev.purser.daemon.orders.OrderState;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(HouseKeeper.class)
class ProposedOrdersTest {

  @OnEachDatabase
  void whatIsProposedIsHeldAndTheOwnerIsTold(House house) {
    house.add("milk", 1);
    OrderView view = house.propose("eggs", 2);
    UUID order = UUID.fromString(view.order());

    assertThat(view.status()).isEqualTo(Status.AWAITING_CONFIRMATION);
    assertThat(view.total()).isEqualTo(new Amount("USD", "10.04"));
    assertThat(view.violations()).isEmpty();
    assertThat(view.expiresAt()).hasToString("2026-11-24T11:00+01:00");
    assertThat(house.used(PANTRY)).isEqualTo("10.04 / 0.00 / 0.00");
    house.mail();
    assertThat(house.mailbox.told(order)).containsExactly(new News.Proposed());
    assertThat(house.story(order)).containsExactly("order.proposed", "link.issued", "notice.sent");
  }

  @OnEachDatabase
  void anOrderHoldsEveryCategoryItDrawsOn(House house) {
    house.add("cake", 1);
    house.propose("eggs", 1);

    assertThat(house.used(PANTRY)).isEqualTo("2.94 / 0.00 / 0.00");
    assertThat(house.used(TREATS)).isEqualTo("12.50 / 0.00 / 0.00");
  }

  @OnEachDatabase
  void oneCategoryThatIsShortHoldsNothingInTheOther(House house) {
    house.budget(TREATS, "12.49 USD");
    house.add("cake", 1);
    OrderView view = house.propose("eggs", 1);

    assertThat(codes(view)).containsExactly("budget-exceeded");
    assertThat(view.violations().get(0).category()).isEqualTo(TREATS);
    assertThat(house.used(PANTRY)).isEqualTo("0.00 / 0.00 / 0.00");
  }

  @OnEachDatabase
  void theLastCentOfTheBudgetIsSpendable(House house) {
    assertThat(house.propose("hundred", 4).status()).isEqualTo(Status.AWAITING_CONFIRMATION);
    assertThat(house.position(PANTRY).available().isZero()).isTrue();
  }

  @OnEachDatabase
  void oneCentOverTheBudgetIsDeniedWithItsNumbers(House house) {
    house.add("cent", 1);
    OrderView view = house.propose("hundred", 4);
    UUID order = UUID.fromString(view.order());

    assertThat(view.status()).isEqualTo(Status.DENIED);
    assertThat(view.expiresAt()).isNull();
    ViolationView violation = only(view);
    assertThat(violation.code()).isEqualTo("budget-exceeded");
    assertThat(violation.category()).isEqualTo(PANTRY);
    assertThat(violation.asked()).isEqualTo(new Amount("USD", "400.01"));
    assertThat(violation.available()).isEqualTo(new Amount("USD", "400.00"));
    assertThat(violation.resetsAt()).hasToString("2026-12-01T00:00+01:00");
    assertThat(house.used(PANTRY)).isEqualTo("0.00 / 0.00 / 0.00");
    house.mail();
    assertThat(house.mailbox.told(order)).isEmpty();
    assertThat(house.story(order)).containsExactly("order.denied");
  }

  @OnEachDatabase
  void aDeniedOrderTellsTheSameWhenAskedAfter(House house) {
    OrderView denied = house.propose("hundred", 5);

    assertThat(house.ask(UUID.fromString(denied.order()))).isEqualTo(denied);
  }

  @OnEachDatabase
  void anOrderAtTheApprovalLimitWaits(House house) {
    house.restart(rules -> rules.withLimit("200.00 USD"));

    assertThat(house.propose("hundred", 2).status()).isEqualTo(Status.AWAITING_CONFIRMATION);
  }

  @OnEachDatabase
  void oneCentOverTheApprovalLimitIsDenied(House house) {
    house.restart(rules -> rules.withLimit("199.99 USD"));

    ViolationView violation = only(house.propose("hundred", 2));

    assertThat(violation.code()).isEqualTo("approval-limit-exceeded");
    assertThat(violation.asked()).isEqualTo(new Amount("USD", "200.00"));
    assertThat(violation.limit()).isEqualTo(Map.of("currency", "USD", "value", "199.99"));
  }

  @OnEachDatabase
  void aCategoryThatTheAgentMayNotBuyFromIsDenied(House house) {
    house.budget("workshop/tools", "100.00 USD");

    ViolationView violation = only(house.propose("hammer", 1));

    assertThat(violation.code()).isEqualTo("category-not-allowed");
    assertThat(violation.category()).isEqualTo("workshop/tools");
  }

  @OnEachDatabase
  void aCategoryWithoutAmountHasNothingToSpend(House house) {
    house.restart(
        rules -> rules.withAgent(HouseRules.agent("pantry-agent", 5, "household", "workshop")));

    ViolationView violation = only(house.propose("hammer", 1));

    assertThat(violation.code()).isEqualTo("budget-exceeded");
    assertThat(violation.available()).isEqualTo(new Amount("USD", "0.00"));
  }

  @OnEachDatabase
  void aVendorThatIsNoLongerListedIsDenied(House house) {
    house.add("eggs", 1);
    house.restart(rules -> rules.withVendors("greengrocer"));

    OrderView view = house.propose();

    assertThat(codes(view)).containsExactly("vendor-not-allowed");
    assertThat(view.total()).isEqualTo(new Amount("USD", "2.94"));
    assertThat(house.used(PANTRY)).isEqualTo("0.00 / 0.00 / 0.00");
  }

  @OnEachDatabase
  void aProductWithoutPriceIsNamed(House house) {
    house.add("eggs", 1);
    OrderView view = house.propose("saffron", 1);

    assertThat(only(view).code()).isEqualTo("price-unknown");
    assertThat(only(view).sku()).isEqualTo("saffron");
    assertThat(view.total()).isNull();
    assertThat(house.used(PANTRY)).isEqualTo("0.00 / 0.00 / 0.00");
  }

  @OnEachDatabase
  void aCartOfNothingButUnpricedProductsIsDenied(House house) {
    assertThat(codes(house.propose("saffron", 1))).containsExactly("price-unknown");
  }

  @OnEachDatabase
  void aProductThatIsNoLongerSoldIsNamed(House house) {
    house.add("eggs", 1);
    house.shelf().stopSelling("eggs");

    ViolationView violation = only(house.propose());

    assertThat(violation.code()).isEqualTo("no-longer-sold");
    assertThat(violation.sku()).isEqualTo("eggs");
  }

  @OnEachDatabase
  void allThatIsWrongIsToldAtOnce(House house) {
    house.restart(
        rules ->
            rules
                .withLimit("50.00 USD")
                .withAgent(HouseRules.agent("pantry-agent", 1, "household")));
    house.awaiting("eggs", 1);
    house.add("hammer", 1);
    house.add("saffron", 1);
    house.add("cake", 5);

    assertThat(codes(house.propose()))
        .containsExactly(
            "price-unknown",
            "category-not-allowed",
            "too-many-open-proposals",
            "approval-limit-exceeded",
            "budget-exceeded",
            "budget-exceeded");
  }

  @OnEachDatabase
  void anAmountOnTheParentBindsAllBelowIt(House house) {
    house.budget("household", "15.43 USD");
    house.add("cake", 1);
    ViolationView violation = only(house.propose("eggs", 1));

    assertThat(violation.category()).isEqualTo("household");
    assertThat(violation.asked()).isEqualTo(new Amount("USD", "15.44"));

    house.budget("household", "15.44 USD");
    assertThat(house.propose().status()).isEqualTo(Status.AWAITING_CONFIRMATION);
    assertThat(house.used("household")).isEqualTo("15.44 / 0.00 / 0.00");
  }

  @OnEachDatabase
  void anAmountOnTheParentAloneIsEnough(House house) {
    house.restart(
        rules -> rules.withAgent(HouseRules.agent("pantry-agent", 5, "household", "workshop")));
    house.budget("workshop", "20.00 USD");

    assertThat(house.propose("hammer", 1).status()).isEqualTo(Status.AWAITING_CONFIRMATION);
    assertThat(house.used("workshop")).isEqualTo("20.00 / 0.00 / 0.00");
  }

  @OnEachDatabase
  void theSameLinesAgainAreTheSameOrder(House house) {
    OrderView first = house.propose("eggs", 2);

    assertThat(house.propose("eggs", 2)).isEqualTo(first);
    assertThat(house.used(PANTRY)).isEqualTo("5.88 / 0.00 / 0.00");
    house.mail();
    assertThat(house.mailbox.told(UUID.fromString(first.order()))).hasSize(1);
  }

  @OnEachDatabase
  void theSameLinesManyTimesAtOnceAreOneOrder(House house) {
    house.add("eggs", 2);

    List<OrderView> views = AtOnce.run(20, unused -> house.propose());

    assertThat(views).extracting(OrderView::order).containsOnly(views.get(0).order());
    assertThat(house.used(PANTRY)).isEqualTo("5.88 / 0.00 / 0.00");
  }

  @OnEachDatabase
  void theSameLinesAfterADeclineAreAnotherOrder(House house) {
    UUID first = house.awaiting("eggs", 2);
    house.flow().decline(house.link(first), Decline.because("not today"));

    assertThat(house.propose().order()).isNotEqualTo(first.toString());
  }

  @OnEachDatabase
  void otherLinesAreAnotherOrder(House house) {
    OrderView first = house.propose("eggs", 2);
    OrderView second = house.propose("eggs", 3);

    assertThat(second.order()).isNotEqualTo(first.order());
    assertThat(house.used(PANTRY)).isEqualTo("14.70 / 0.00 / 0.00");
  }

  @OnEachDatabase
  void theSameLinesOfAnotherAgentAreAnotherOrder(House house) {
    OrderView first = house.propose("eggs", 2);
    house.flow().addToCart(OTHER_AGENT, new AddToCart("eggs", 2, null));
    OrderView second = house.flow().proposeOrder(OTHER_AGENT, new ProposeOrder(null, null, null));

    assertThat(second.order()).isNotEqualTo(first.order());
  }

  @OnEachDatabase
  void aFloodOfProposalsEndsAtTheCap(House house) {
    for (int quantity = 1; quantity <= 5; quantity++) {
      assertThat(house.propose("cent", quantity).status()).isEqualTo(Status.AWAITING_CONFIRMATION);
    }

    ViolationView violation = only(house.propose("cent", 6));

    assertThat(violation.code()).isEqualTo("too-many-open-proposals");
    assertThat(violation.limit()).isEqualTo(5);
  }

  @OnEachDatabase
  void theCapHoldsWhenManyProposeAtOnce(House house) {
    house.restart(rules -> rules.withVendors(vendors(12)));
    for (String vendor : vendors(12)) {
      house.market.shelf(vendor).sell("only-at-" + vendor, "1.00", "");
      house.add("only-at-" + vendor, 1);
    }

    List<OrderView> views =
        AtOnce.run(
            12,
            i -> house.flow().proposeOrder(AGENT, new ProposeOrder(vendors(12)[i], null, null)));

    assertThat(views).filteredOn(view -> view.status() == Status.DENIED).hasSize(7);
    assertThat(house.used(PANTRY)).isEqualTo("5.00 / 0.00 / 0.00");
  }

  @OnEachDatabase
  void oneAgentsFloodLeavesTheOtherAlone(House house) {
    for (int quantity = 1; quantity <= 6; quantity++) {
      house.propose("cent", quantity);
    }
    house.flow().addToCart(OTHER_AGENT, new AddToCart("eggs", 1, null));

    assertThat(house.flow().proposeOrder(OTHER_AGENT, new ProposeOrder(null, null, null)).status())
        .isEqualTo(Status.AWAITING_CONFIRMATION);
  }

  @OnEachDatabase
  void anotherAgentsOrderIsNotFound(House house) {
    OrderView mine = house.propose("eggs", 1);

    assertProblem("order-not-found", () -> askAs(OTHER_AGENT, house, mine.order()));
    assertThat(askAs(AGENT, house, mine.order())).isEqualTo(mine);
  }

  @OnEachDatabase
  void anOrderThatNeverWasIsNotFound(House house) {
    assertProblem("order-not-found", () -> askAs(AGENT, house, UUID.randomUUID().toString()));
    assertProblem("order-not-found", () -> askAs(AGENT, house, "the last one"));
  }

  @OnEachDatabase
  void anEmptyCartIsNoOrder(House house) {
    assertProblem("cart-empty", house::propose);
  }

  @OnEachDatabase
  void severalVendorsMustBeTold(House house) {
    house.restart(rules -> rules.withVendors("corner-store", "greengrocer"));
    house.market.shelf("greengrocer").sell("leek", "1.20", "");
    house.add("eggs", 1);
    house.add("leek", 2);

    assertProblem("vendor-ambiguous", house::propose);
    OrderView view =
        house.flow().proposeOrder(AGENT, new ProposeOrder("greengrocer", "soup", null));
    assertThat(view.total()).isEqualTo(new Amount("USD", "2.40"));
    assertThat(house.order(UUID.fromString(view.order())).asked().reason()).contains("soup");
  }

  @OnEachDatabase
  void aVendorWithNothingInTheCartIsNoOrder(House house) {
    house.restart(rules -> rules.withVendors("corner-store", "greengrocer"));
    house.add("eggs", 1);

    assertProblem(
        "cart-empty",
        () -> house.flow().proposeOrder(AGENT, new ProposeOrder("greengrocer", null, null)));
    assertProblem(
        "vendor-not-allowed",
        () -> house.flow().proposeOrder(AGENT, new ProposeOrder("nobody", null, null)));
  }

  @OnEachDatabase
  void aVendorThatDoesNotAnswerLeavesEverythingAsItWas(House house) {
    house.add("eggs", 1);
    house.store().beSilent(true);

    assertProblem("vendor-unavailable", house::propose);
    assertThat(house.used(PANTRY)).isEqualTo("0.00 / 0.00 / 0.00");
  }

  @OnEachDatabase
  void anAgentThatThePolicyNoLongerNamesBuysNothing(House house) {
    house.add("eggs", 1);
    house.restart(rules -> new HouseRules("no agents", rules.vendors(), List.of(), rules.limit()));

    assertThat(codes(house.propose()))
        .containsExactly("category-not-allowed", "too-many-open-proposals");
  }

  @OnEachDatabase
  void whatWasAnsweredSurvivesARestart(House house) {
    UUID order = house.awaiting("eggs", 2);
    OrderView before = house.ask(order);

    house.restart();

    assertThat(house.ask(order)).isEqualTo(before);
    assertThat(house.propose()).isEqualTo(before);
    assertThat(house.state(order)).isEqualTo(OrderState.AWAITING_CONFIRMATION);
  }

  @OnEachDatabase
  void ofAHundredAtOnceTheBudgetHoldsExactlyTen(House house) {
    house.budget(PANTRY, "1000.00 USD");
    house.restart(
        rules -> {
          HouseRules more = rules;
          for (int i = 0; i < 100; i++) {
            more = more.withAgent(HouseRules.agent("agent-" + i, 5, "household"));
          }
          return more;
        });

    List<OrderView> views =
        AtOnce.run(
            100,
            i -> {
              AgentName agent = new AgentName("agent-" + i);
              house.flow().addToCart(agent, new AddToCart("hundred", 1, null));
              return house.flow().proposeOrder(agent, new ProposeOrder(null, null, null));
            });

    assertThat(views).filteredOn(view -> view.status() == Status.AWAITING_CONFIRMATION).hasSize(10);
    assertThat(views)
        .filteredOn(view -> view.status() == Status.DENIED)
        .hasSize(90)
        .allSatisfy(view -> assertThat(only(view).code()).isEqualTo("budget-exceeded"));
    assertThat(house.used(PANTRY)).isEqualTo("1000.00 / 0.00 / 0.00");
  }

  private static String[] vendors(int count) {
    String[] names = new String[count];
    for (int i = 0; i < count; i++) {
      names[i] = "shop-" + i;
    }
    return names;
  }

  private static OrderView askAs(AgentName agent, House house, String order) {
    return house.flow().proposeOrder(agent, new ProposeOrder(null, null, order));
  }

  private static void assertProblem(String code, ThrowingCallable call) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(call)
        .satisfies(problem -> assertThat(problem.problem().code()).isEqualTo(code));
  }

  private static ViolationView only(OrderView view) {
    assertThat(view.violations()).hasSize(1);
    return view.violations().get(0);
  }

  private static List<String> codes(OrderView view) {
    return view.violations().stream().map(ViolationView::code).toList();
  }
}
