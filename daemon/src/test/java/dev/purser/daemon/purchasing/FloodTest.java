package dev.purser.daemon.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.purser.agentapi.AddToCart;
import dev.purser.agentapi.OrderView;
import dev.purser.agentapi.ProblemException;
import dev.purser.agentapi.ProposeOrder;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.notices.News;
import dev.purser.daemon.notices.Pace;
import dev.purser.daemon.orders.Decline;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;

/** An agent that proposes more than anybody reads. */
@ExtendWith(HouseKeeper.class)
class FloodTest {
  private static final Duration GATHER = Duration.ofSeconds(5);
  private static final Duration QUIET = Duration.ofMinutes(2);
  private static final Duration MOMENT = Duration.ofMillis(1);

  @OnEachDatabase
  void proposalsSoonAfterEachOtherAreOneLetterWithALinkEach(House house) {
    house.restart(new Pace(GATHER, QUIET));
    List<UUID> orders =
        List.of(proposed(house, "eggs", 1), proposed(house, "eggs", 2), proposed(house, "eggs", 3));
    house.clock.pass(GATHER.minus(MOMENT));
    house.mail();
    assertThat(house.mailbox.count()).isZero();

    house.clock.pass(MOMENT);
    house.mail();

    assertThat(house.mailbox.count()).isOne();
    for (UUID order : orders) {
      assertThat(house.mailbox.told(order)).containsExactly(new News.Proposed());
      assertThat(house.flow().look(house.link(order)).orElseThrow().order()).isEqualTo(order);
      assertThat(house.story(order)).contains("notice.sent");
    }
    assertThat(house.confirm(orders.get(1))).isEqualTo(new ConfirmOutcome.Confirmed());
  }

  @OnEachDatabase
  void nextLetterAboutTheSameAgentWaits(House house) {
    house.restart(new Pace(GATHER, QUIET));
    UUID first = proposed(house, "eggs", 1);
    house.clock.pass(GATHER);
    house.mail();
    assertThat(house.flow().decline(house.link(first), Decline.because("no"))).isTrue();

    UUID second = proposed(house, "eggs", 2);
    house.clock.pass(QUIET.minus(MOMENT));
    house.mail();
    assertThat(house.mailbox.count()).isOne();

    house.clock.pass(MOMENT);
    house.mail();
    assertThat(house.mailbox.told(second)).containsExactly(new News.Proposed());
  }

  @OnEachDatabase
  void quietAboutOneAgentIsNotAboutAnother(House house) {
    house.restart(new Pace(GATHER, QUIET));
    proposed(house, "eggs", 1);
    house.clock.pass(GATHER);
    house.mail();
    house.flow().addToCart(House.OTHER_AGENT, new AddToCart("milk", 1, null));
    UUID others =
        id(house.flow().proposeOrder(House.OTHER_AGENT, new ProposeOrder(null, null, null)));

    house.clock.pass(GATHER);
    house.mail();

    assertThat(house.mailbox.told(others)).containsExactly(new News.Proposed());
  }

  @OnEachDatabase
  void whatTheOwnerDidIsToldAtOnceAllTheSame(House house) {
    house.restart(new Pace(GATHER, QUIET));
    UUID order = proposed(house, "eggs", 1);
    house.clock.pass(GATHER);
    house.mail();
    house.confirm(order);
    house.pay();
    house.clock.pass(House.UNDO_WINDOW);
    proposed(house, "milk", 1);
    house.pay();
    house.mail();

    assertThat(house.mailbox.told(order)).containsExactly(new News.Proposed(), new News.Paid());
  }

  @OnEachDatabase
  void declinedBeforeItWasToldMakesNoLetterAndNoQuiet(House house) {
    house.restart(new Pace(GATHER, QUIET));
    UUID gone = proposed(house, "eggs", 1);
    house.clock.pass(House.LIFETIME);
    house.flow().expireOverdue();
    house.mail();
    assertThat(house.mailbox.count()).isZero();

    UUID next = proposed(house, "eggs", 2);
    house.clock.pass(GATHER);
    house.mail();

    assertThat(house.mailbox.told(gone)).isEmpty();
    assertThat(house.mailbox.told(next)).containsExactly(new News.Proposed());
  }

  @OnEachDatabase
  void gatheredLetterThatCouldNotBeSentIsSentLater(House house) {
    house.restart(new Pace(GATHER, QUIET));
    UUID first = proposed(house, "eggs", 1);
    UUID second = proposed(house, "eggs", 2);
    house.clock.pass(GATHER);
    house.mailbox.beFull(true);
    house.mail();
    house.mailbox.beFull(false);
    house.clock.pass(Duration.ofSeconds(10));
    house.mail();

    assertThat(house.mailbox.count()).isOne();
    assertThat(house.link(first)).isNotEqualTo(house.link(second));
  }

  @OnEachDatabase
  void sameLinesDeniedAgainForTheSameAreTheSameOrder(House house) {
    OrderView first = house.propose("hammer", 100);
    house.clock.pass(Duration.ofMinutes(10).minus(MOMENT));
    OrderView again = house.propose();

    assertThat(again).isEqualTo(first);
    assertThat(house.story(id(first))).containsExactly("order.denied");
    assertThat(orders(house)).isOne();
  }

  @OnEachDatabase
  void sameDenialAfterAWhileIsAnotherOrder(House house) {
    OrderView first = house.propose("hammer", 100);
    house.clock.pass(Duration.ofMinutes(10));

    assertThat(house.propose().order()).isNotEqualTo(first.order());
  }

  @OnEachDatabase
  void otherReasonsAnotherPriceOrAnotherPolicyAreAnotherDenial(House house) {
    OrderView first = house.propose("hundred", 5);
    house.budget(House.PANTRY, "300.00 USD");
    OrderView lessLeft = house.propose();
    house.shelf().sell("hundred", "101.00", "");
    OrderView dearer = house.propose();
    house.restart(rules -> rules.withRemark("second"));
    OrderView underAnother = house.propose();

    assertThat(List.of(first, lessLeft, dearer, underAnother))
        .extracting(OrderView::order)
        .doesNotHaveDuplicates();
  }

  @OnEachDatabase
  void denialsOfAnHourAreLimitedForTheirAgentAlone(House house) {
    for (int denied = 0; denied < House.DENIALS_PER_HOUR; denied++) {
      assertThat(house.propose("hammer", 100 + denied).status()).isEqualTo(OrderView.Status.DENIED);
      house.clock.pass(Duration.ofSeconds(1));
    }
    house.add("hammer", 200);
    ProblemException refused = catchThrowableOfType(ProblemException.class, house::propose);

    assertThat(refused.problem().code()).isEqualTo("too-many-requests");
    assertThat(refused.retryAfterSeconds()).hasValue(3_600 - House.DENIALS_PER_HOUR + 1);
    assertThat(orders(house)).isEqualTo(House.DENIALS_PER_HOUR);
    house.flow().addToCart(House.OTHER_AGENT, new AddToCart("hammer", 200, null));
    assertThat(
            house
                .flow()
                .proposeOrder(House.OTHER_AGENT, new ProposeOrder(null, null, null))
                .status())
        .isEqualTo(OrderView.Status.DENIED);
  }

  @OnEachDatabase
  void whatPassesIsProposedHoweverOftenTheAgentWasDenied(House house) {
    for (int denied = 0; denied < House.DENIALS_PER_HOUR; denied++) {
      house.propose("hammer", 100 + denied);
    }
    house.add("hammer", 0);

    assertThat(house.propose("eggs", 1).status()).isEqualTo(OrderView.Status.AWAITING_CONFIRMATION);
  }

  @OnEachDatabase
  void roomForDenialsComesBackAnHourLater(House house) {
    for (int denied = 0; denied < House.DENIALS_PER_HOUR; denied++) {
      house.propose("hammer", 100 + denied);
    }
    house.clock.pass(Duration.ofHours(1));

    assertThat(house.propose("hammer", 200).status()).isEqualTo(OrderView.Status.DENIED);
  }

  @OnEachDatabase
  void declinedAndProposedAnewIsRefusedInTheEnd(House house) {
    for (int declined = 0; declined < House.DENIALS_PER_HOUR; declined++) {
      decline(house, proposed(house, "eggs", 1 + declined));
      house.clock.pass(Duration.ofSeconds(1));
    }
    int letters = house.mailbox.count();
    house.add("eggs", 100);
    ProblemException refused = catchThrowableOfType(ProblemException.class, house::propose);
    house.mail();

    assertThat(refused.problem().code()).isEqualTo("too-many-requests");
    assertThat(refused.retryAfterSeconds()).hasValue(3_600 - House.DENIALS_PER_HOUR + 1);
    assertThat(house.mailbox.count()).isEqualTo(letters);
    house.flow().addToCart(House.OTHER_AGENT, new AddToCart("milk", 1, null));
    assertThat(
            house
                .flow()
                .proposeOrder(House.OTHER_AGENT, new ProposeOrder(null, null, null))
                .status())
        .isEqualTo(OrderView.Status.AWAITING_CONFIRMATION);
    house.clock.pass(Duration.ofHours(1));
    assertThat(house.propose().status()).isEqualTo(OrderView.Status.AWAITING_CONFIRMATION);
  }

  @OnEachDatabase
  void lastDeclineThatAnHourHasRoomForKeepsNothingBack(House house) {
    for (int declined = 1; declined < House.DENIALS_PER_HOUR; declined++) {
      decline(house, proposed(house, "eggs", declined));
    }

    assertThat(house.propose("eggs", 100).status())
        .isEqualTo(OrderView.Status.AWAITING_CONFIRMATION);
  }

  @OnEachDatabase
  void declinedOrdersTakeTheRoomOfDeniedOnes(House house) {
    decline(house, proposed(house, "eggs", 1));
    for (int denied = 1; denied < House.DENIALS_PER_HOUR; denied++) {
      house.propose("hammer", 100 + denied);
    }
    house.add("hammer", 200);

    assertThat(catchThrowableOfType(ProblemException.class, house::propose).problem().code())
        .isEqualTo("too-many-requests");
  }

  private static void decline(House house, UUID order) {
    house.mail();
    assertThat(house.flow().decline(house.link(order), Decline.because(""))).isTrue();
  }

  private static UUID proposed(House house, String sku, int quantity) {
    OrderView view = house.propose(sku, quantity);
    assertThat(view.status()).isEqualTo(OrderView.Status.AWAITING_CONFIRMATION);
    return id(view);
  }

  private static UUID id(OrderView view) {
    return UUID.fromString(view.order());
  }

  private static int orders(House house) {
    return house
        .database()
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("select count(*) from orders").mapTo(Integer.class).one());
  }
}
