package dev.purser.daemon.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.agentapi.AddToCartAnswer;
import dev.purser.agentapi.Amount;
import dev.purser.agentapi.CartView;
import dev.purser.agentapi.DeclineView;
import dev.purser.agentapi.OrderView;
import dev.purser.agentapi.OrderView.Status;
import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.orders.Decline;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.orders.OrderState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;

/** The owner takes less than was asked, or says why not. */
@ExtendWith(HouseKeeper.class)
class NarrowedOrdersTest {
  private static final Map<String, Integer> LESS = Map.of("eggs", 2, "milk", 0);

  @OnEachDatabase
  void aSmallerOrderTakesTheOldOnesPlaceAndWaitsForAYesOfItsOwn(House house) {
    UUID order = breakfast(house);
    assertThat(house.used(House.PANTRY)).isEqualTo("20.08 / 0.00 / 0.00");

    Locator next = narrowed(house, order, LESS);

    OrderSheet sheet = house.flow().look(next).orElseThrow();
    assertThat(house.state(order)).isEqualTo(OrderState.EXPIRED);
    assertThat(sheet.state()).isEqualTo(OrderState.AWAITING_CONFIRMATION);
    assertThat(sheet.requisition().total()).hasToString("5.88 USD");
    assertThat(sheet.insight().isNarrowed()).isTrue();
    assertThat(sheet.differences()).isEmpty();
    assertThat(house.used(House.PANTRY)).isEqualTo("5.88 / 0.00 / 0.00");
    assertThat(house.flow().look(house.link(order)).orElseThrow().words().outcome())
        .hasValueSatisfying(words -> assertThat(words).startsWith("You asked for less."));
  }

  @OnEachDatabase
  void onlyTheSmallerOrderCanBeConfirmedNow(House house) {
    UUID order = breakfast(house);
    String before = house.order(order).digest();
    Locator next = narrowed(house, order, LESS);

    assertThat(house.confirm(house.link(order), before, House.PASSPHRASE))
        .isEqualTo(new ConfirmOutcome.NotPending());
    assertThat(house.confirm(next, before, House.PASSPHRASE))
        .isEqualTo(new ConfirmOutcome.NotPending());
    assertThat(yes(house, next)).isEqualTo(new ConfirmOutcome.Confirmed());
    assertThat(house.used(House.PANTRY)).isEqualTo("0.00 / 5.88 / 0.00");
  }

  @OnEachDatabase
  void theAgentIsToldOfTheSmallerOrderWhicheverItAsksAfter(House house) {
    UUID order = breakfast(house);
    Locator next = narrowed(house, order, LESS);
    String newId = house.flow().look(next).orElseThrow().order().toString();

    assertThat(house.ask(order).order()).isEqualTo(newId);
    assertThat(house.ask(order).status()).isEqualTo(Status.AWAITING_CONFIRMATION);
    assertThat(house.ask(order).total()).isEqualTo(new Amount("USD", "5.88"));
    assertThat(house.propose().order()).isEqualTo(newId);
    yes(house, next);
    assertThat(house.ask(order).status()).isEqualTo(Status.CONFIRMED);
  }

  @OnEachDatabase
  void twiceLessIsFollowedToo(House house) {
    UUID order = breakfast(house);
    UUID second = house.flow().look(narrowed(house, order, LESS)).orElseThrow().order();
    house.mail();
    Locator third = narrowed(house, second, Map.of("eggs", 1));

    assertThat(house.ask(order).total()).isEqualTo(new Amount("USD", "2.94"));
    assertThat(house.ask(second)).isEqualTo(house.ask(order));
    yes(house, third);
    assertThat(cart(house)).isEmpty();
  }

  /** What the owner took out is not asked again by a retry. */
  @OnEachDatabase
  void allThatWasAskedLeavesTheCartWithTheYes(House house) {
    UUID order = breakfast(house);
    Locator next = narrowed(house, order, LESS);
    assertThat(cart(house)).hasSize(2);

    yes(house, next);

    assertThat(cart(house)).isEmpty();
  }

  @OnEachDatabase
  void moreOrOtherOrTheSameIsNotLess(House house) {
    UUID order = breakfast(house);

    for (Map<String, Integer> wish :
        List.of(
            Map.of("eggs", 4, "milk", 2),
            Map.of("eggs", 5, "milk", 1),
            Map.of("eggs", 1, "cake", 1),
            Map.of("eggs", 1, "cake", 0))) {
      assertThat(narrow(house, order, wish)).isEqualTo(new NarrowOutcome.NotLess());
    }
    assertThat(narrow(house, order, Map.of())).isEqualTo(new NarrowOutcome.NothingLeft());
    assertThat(narrow(house, order, Map.of("eggs", 0, "milk", 0)))
        .isEqualTo(new NarrowOutcome.NothingLeft());
    assertThat(house.state(order)).isEqualTo(OrderState.AWAITING_CONFIRMATION);
    assertThat(house.used(House.PANTRY)).isEqualTo("20.08 / 0.00 / 0.00");
  }

  @OnEachDatabase
  void onlyTheOrderThatWasShownIsNarrowed(House house) {
    UUID order = breakfast(house);

    assertThat(house.flow().narrow(house.link(order), new Less("ab".repeat(32), LESS)))
        .isEqualTo(new NarrowOutcome.NotPending());
    house.confirm(order);
    assertThat(narrow(house, order, LESS)).isEqualTo(new NarrowOutcome.NotPending());
  }

  @OnEachDatabase
  void ofTwoAtOnceOneCounts(House house) {
    UUID order = breakfast(house);
    String digest = house.order(order).digest();
    Locator link = house.link(order);

    List<Boolean> counted =
        AtOnce.run(
            4,
            caller ->
                house.flow().narrow(link, new Less(digest, Map.of("eggs", 1 + caller % 3)))
                    instanceof NarrowOutcome.Narrowed);

    assertThat(counted).containsOnlyOnce(true);
  }

  @OnEachDatabase
  void takingLessGivesNoMoreTime(House house) {
    UUID order = breakfast(house);
    house.clock.pass(House.LIFETIME.minusSeconds(1));
    Locator next = narrowed(house, order, LESS);

    house.clock.pass(Duration.ofSeconds(1));

    assertThat(yes(house, next)).isEqualTo(new ConfirmOutcome.NotPending());
    assertThat(narrow(house, order, LESS)).isEqualTo(new NarrowOutcome.NotPending());
  }

  @OnEachDatabase
  void anotherPriceIsShownOnTheSmallerOrder(House house) {
    UUID order = breakfast(house);
    house.shelf().sell("eggs", "3.12", "");

    OrderSheet sheet = house.flow().look(narrowed(house, order, LESS)).orElseThrow();

    assertThat(sheet.requisition().total()).hasToString("6.24 USD");
    assertThat(sheet.differences()).hasSize(1);
  }

  @OnEachDatabase
  void whatIsNotSoldAnyMoreEndsTheOrder(House house) {
    UUID order = breakfast(house);
    house.shelf().stopSelling("eggs");

    assertThat(narrow(house, order, LESS)).isInstanceOf(NarrowOutcome.NoLongerPossible.class);
    assertThat(house.ask(order).status()).isEqualTo(Status.DENIED);
    assertThat(house.used(House.PANTRY)).isEqualTo("0.00 / 0.00 / 0.00");
  }

  @OnEachDatabase
  void aSilentVendorLeavesAllAsItWas(House house) {
    UUID order = breakfast(house);
    house.store().beSilent(true);

    assertThat(narrow(house, order, LESS)).isEqualTo(new NarrowOutcome.VendorSilent());
    assertThat(house.state(order)).isEqualTo(OrderState.AWAITING_CONFIRMATION);
  }

  @OnEachDatabase
  void theAgentHearsWhyTheOwnerDeclined(House house) {
    UUID order = breakfast(house);
    assertThat(house.ask(order).decline()).isNull();

    house.flow().decline(house.link(order), new Decline(Decline.Code.NOT_NOW, "after Friday"));

    assertThat(house.ask(order).decline())
        .isEqualTo(new DeclineView(DeclineView.Code.NOT_NOW, "after Friday"));
    assertThat(house.order(order).course().outcome()).contains("Declined, not now: after Friday");
  }

  @OnEachDatabase
  void everyReasonReachesTheAgent(House house) {
    for (Decline.Code code : Decline.Code.values()) {
      UUID order = breakfast(house);
      house.flow().decline(house.link(order), new Decline(code, ""));

      OrderView view = house.ask(order);
      assertThat(view.status()).isEqualTo(Status.DECLINED);
      assertThat(view.decline())
          .isEqualTo(new DeclineView(DeclineView.Code.valueOf(code.name()), ""));
    }
  }

  @OnEachDatabase
  void howLongTheOwnerLookedIsKept(House house) {
    UUID order = breakfast(house);
    house.confirm(order);

    long kept =
        house
            .database()
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select shown_millis from orders where id = :id")
                        .bind("id", order)
                        .mapTo(Long.class)
                        .one());

    assertThat(kept).isEqualTo(House.LOOKED.toMillis());
  }

  private static UUID breakfast(House house) {
    house.add("eggs", 4);
    return house.awaiting("milk", 2);
  }

  private static NarrowOutcome narrow(House house, UUID order, Map<String, Integer> wish) {
    return house.flow().narrow(house.link(order), new Less(house.order(order).digest(), wish));
  }

  private static Locator narrowed(House house, UUID order, Map<String, Integer> wish) {
    NarrowOutcome outcome = narrow(house, order, wish);
    assertThat(outcome).isInstanceOf(NarrowOutcome.Narrowed.class);
    return ((NarrowOutcome.Narrowed) outcome).next();
  }

  private static ConfirmOutcome yes(House house, Locator link) {
    return house.confirm(link, house.flow().look(link).orElseThrow().digest(), House.PASSPHRASE);
  }

  private static List<CartView.Line> cart(House house) {
    AddToCartAnswer answer = house.add("cake", 0);
    return answer.cart().lines();
  }
}
