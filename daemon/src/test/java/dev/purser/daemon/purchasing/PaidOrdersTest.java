package dev.purser.daemon.purchasing;

import static dev.purser.daemon.purchasing.House.PANTRY;
import static dev.purser.daemon.purchasing.House.UNDO_WINDOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.purser.agentapi.OrderView.Status;
import dev.purser.budgets.Money;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.notices.News;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.payments.PaymentOutcome;
import dev.purser.daemon.purchasing.ScriptedGateway.Call;
import dev.purser.daemon.purchasing.ScriptedGateway.PowerCut;
import dev.purser.vendors.Placement;
import dev.purser.vendors.VendorUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.ExtendWith;

/** A confirmed order on its way to paid, or back. */
@ExtendWith(HouseKeeper.class)
class PaidOrdersTest {
  private static final String NOTHING = "0.00 / 0.00 / 0.00";
  private static final String COMMITTED = "0.00 / 5.88 / 0.00";
  private static final String SPENT = "0.00 / 0.00 / 5.88";

  @OnEachDatabase
  void fromProposedToPaidBooksAndTrailAgreeAtEachStep(House house) {
    UUID order = house.awaiting("eggs", 2);
    house.requireAgreement();
    house.confirm(order);
    house.requireAgreement();

    house.pay();
    assertThat(house.state(order)).isEqualTo(OrderState.AUTHORIZED);
    assertThat(house.used(PANTRY)).isEqualTo(COMMITTED);
    assertThat(house.ask(order).status()).isEqualTo(Status.CONFIRMED);
    house.requireAgreement();

    house.clock.pass(UNDO_WINDOW);
    house.pay();
    assertThat(house.state(order)).isEqualTo(OrderState.PAID);
    assertThat(house.used(PANTRY)).isEqualTo(SPENT);
    assertThat(house.ask(order).status()).isEqualTo(Status.PAID);
    assertThat(house.rail.calls()).containsExactly(Call.AUTHORIZE, Call.CAPTURE);
    house.mail();
    assertThat(house.mailbox.told(order)).containsExactly(new News.Proposed(), new News.Paid());
    assertThat(house.story(order))
        .containsExactly(
            "order.proposed",
            "link.issued",
            "notice.sent",
            "proof.attempted",
            "proof.held",
            "order.confirmed",
            "settlement.step-announced",
            "order.authorized",
            "settlement.step-announced",
            "order.placed",
            "settlement.step-announced",
            "order.paid",
            "notice.sent");
  }

  @OnEachDatabase
  void nothingMoreHappensToAPaidOrder(House house) {
    house.paid("eggs", 2);

    house.payForHours();

    assertThat(house.rail.calls()).containsExactly(Call.AUTHORIZE, Call.CAPTURE);
    assertThat(house.store().placed()).isOne();
  }

  @OnEachDatabase
  void untilTheUndoWindowEndsTheVendorIsNotTold(House house) {
    UUID order = house.confirmed("eggs", 2);
    house.pay();
    house.clock.pass(UNDO_WINDOW.minusNanos(1_000));
    house.pay();
    assertThat(house.state(order)).isEqualTo(OrderState.AUTHORIZED);
    assertThat(house.store().placed()).isZero();

    house.clock.pass(Duration.ofNanos(1_000));
    house.pay();

    assertThat(house.store().placed()).isOne();
  }

  @OnEachDatabase
  void aDeclinedCardReleasesTheBudget(House house) {
    house.rail.refuse(Call.AUTHORIZE, "insufficient_funds");
    UUID order = house.confirmed("eggs", 2);
    house.payForHours();

    assertThat(house.state(order)).isEqualTo(OrderState.FAILED);
    assertThat(house.order(order).course().outcome().orElseThrow()).contains("insufficient_funds");
    assertThat(house.used(PANTRY)).isEqualTo(NOTHING);
    assertThat(house.rail.calls()).containsExactly(Call.AUTHORIZE);
    assertThat(house.ask(order).status()).isEqualTo(Status.FAILED);
    house.mail();
    assertThat(house.mailbox.told(order)).endsWith(new News.Failed());
  }

  @OnEachDatabase
  void aRailThatIsNotReachedIsTriedAgainLater(House house) {
    house.rail.doNotReach(Call.AUTHORIZE);
    house.rail.doNotReach(Call.AUTHORIZE);
    UUID order = house.confirmed("eggs", 2);
    house.pay();
    house.pay();
    assertThat(house.rail.calls()).as("not at once").hasSize(1);
    assertThat(house.state(order)).isEqualTo(OrderState.CONFIRMED);

    house.clock.pass(Duration.ofSeconds(5));
    house.pay();
    house.clock.pass(Duration.ofSeconds(5));
    house.pay();
    assertThat(house.rail.calls()).as("the pause grows").hasSize(2);
    house.clock.pass(Duration.ofSeconds(5));
    house.pay();

    assertThat(house.rail.calls()).hasSize(3);
    assertThat(house.state(order)).isEqualTo(OrderState.AUTHORIZED);
  }

  @OnEachDatabase
  void aVendorThatRejectsIsNotPaid(House house) {
    house.store().onPlace(real -> new Placement.Rejected("sold out"));
    UUID order = house.confirmed("eggs", 2);
    house.payForHours();

    assertThat(house.state(order)).isEqualTo(OrderState.FAILED);
    assertThat(house.rail.calls()).containsExactly(Call.AUTHORIZE, Call.VOID);
    assertThat(house.used(PANTRY)).isEqualTo(NOTHING);
    house.mail();
    assertThat(house.mailbox.told(order)).endsWith(new News.Failed());
  }

  @OnEachDatabase
  void aVendorThatDoesNotAnswerIsAskedAgain(House house) {
    UUID order = house.confirmed("eggs", 2);
    house.pay();
    house.clock.pass(UNDO_WINDOW);
    house.store().beSilent(true);
    house.pay();
    assertThat(house.state(order)).isEqualTo(OrderState.AUTHORIZED);
    assertThat(house.used(PANTRY)).isEqualTo(COMMITTED);

    house.store().beSilent(false);
    house.clock.pass(Duration.ofSeconds(5));
    house.pay();

    assertThat(house.state(order)).isEqualTo(OrderState.PAID);
  }

  @OnEachDatabase
  void aVendorStruckOffBeforeItWasToldIsNotPaid(House house) {
    UUID order = house.confirmed("eggs", 2);
    house.pay();
    house.restart(rules -> rules.withVendors("greengrocer"));
    house.payForHours();

    assertThat(house.state(order)).isEqualTo(OrderState.FAILED);
    assertThat(house.rail.calls()).containsExactly(Call.AUTHORIZE, Call.VOID);
  }

  @OnEachDatabase
  void anOrderOfWhichTheVendorSaysNothingIsInDoubtUntilItDoes(House house) {
    house
        .store()
        .onPlace(
            real -> {
              real.make();
              return new Placement.Unknown("no answer");
            });
    house
        .store()
        .onPlace(
            real -> {
              throw new VendorUnavailableException(house.store().id(), new PowerCut());
            });
    UUID order = house.confirmed("eggs", 2);
    house.pay();
    house.clock.pass(UNDO_WINDOW);
    house.pay();
    assertThat(house.state(order)).isEqualTo(OrderState.IN_DOUBT);
    assertThat(house.used(PANTRY)).isEqualTo(COMMITTED);
    assertThat(house.ask(order).status()).isEqualTo(Status.CONFIRMED);

    house.payForHours();

    assertThat(house.state(order)).isEqualTo(OrderState.PAID);
    assertThat(house.used(PANTRY)).isEqualTo(SPENT);
    assertThat(house.placedOrders()).containsExactly(order + ".json");
  }

  @OnEachDatabase
  void aRejectionFoundOutLaterIsNotPaidEither(House house) {
    house.store().onPlace(real -> new Placement.Unknown("no answer"));
    house.store().onPlace(real -> new Placement.Rejected("sold out"));
    UUID order = house.confirmed("eggs", 2);
    house.payForHours();

    assertThat(house.state(order)).isEqualTo(OrderState.FAILED);
    assertThat(house.rail.calls()).containsExactly(Call.AUTHORIZE, Call.VOID);
    assertThat(house.used(PANTRY)).isEqualTo(NOTHING);
  }

  @OnEachDatabase
  void theOwnerIsToldOfDoubtOnce(House house) {
    house.rail.loseRequest(Call.AUTHORIZE);
    house.rail.loseRequest(Call.AUTHORIZE);
    house.rail.loseRequest(Call.AUTHORIZE);
    UUID order = house.confirmed("eggs", 2);
    house.payForHours();
    house.mail();

    assertThat(house.mailbox.told(order))
        .containsExactly(new News.Proposed(), new News.InDoubt(), new News.Paid());
  }

  @OnEachDatabase
  void aDayLaterAnUnheardAuthorizationIsNotRepeated(House house) {
    house.rail.loseRequest(Call.AUTHORIZE);
    UUID order = house.confirmed("eggs", 2);
    house.pay();
    assertThat(house.state(order)).isEqualTo(OrderState.IN_DOUBT);

    house.clock.pass(Duration.ofHours(20));
    house.pay();

    assertThat(house.state(order)).isEqualTo(OrderState.FAILED);
    assertThat(house.rail.calls()).containsExactly(Call.AUTHORIZE);
    assertThat(house.used(PANTRY)).isEqualTo(NOTHING);
  }

  @OnEachDatabase
  void capturingLessThanConfirmedReleasesTheRest(House house) {
    house.rail.on(Call.CAPTURE, real -> new PaymentOutcome.Done("partly", usd(5_00)));
    house.paid("eggs", 2);

    assertThat(house.used(PANTRY)).isEqualTo("0.00 / 0.00 / 5.00");
    assertThat(house.position(PANTRY).available()).isEqualTo(usd(395_00));
  }

  @OnEachDatabase
  void anOrderThatBreaksHoldsUpNoOther(House house) {
    UUID broken = house.confirmed("eggs", 1);
    UUID sound = house.confirmed("eggs", 2);
    house.forgetMandate(broken);
    house.payForHours();

    assertThat(house.state(sound)).isEqualTo(OrderState.PAID);
    assertThat(house.state(broken)).isNotEqualTo(OrderState.PAID);
    assertThat(house.rail.calls()).containsExactly(Call.AUTHORIZE, Call.CAPTURE);
  }

  @OnEachDatabase
  void undoneAtOnceTheCardIsNeverAsked(House house) {
    UUID order = house.confirmed("eggs", 2);

    assertThat(house.flow().undo(house.link(order))).isTrue();
    assertThat(house.flow().undo(house.link(order))).isFalse();
    house.payForHours();

    assertThat(house.state(order)).isEqualTo(OrderState.UNDONE);
    assertThat(house.rail.calls()).isEmpty();
    assertThat(house.used(PANTRY)).isEqualTo(NOTHING);
    assertThat(house.ask(order).status()).isEqualTo(Status.UNDONE);
  }

  @OnEachDatabase
  void undoneAfterTheCardWasAskedTheFundsAreGivenBack(House house) {
    UUID order = house.confirmed("eggs", 2);
    house.pay();
    house.clock.pass(UNDO_WINDOW.minusNanos(1_000));

    assertThat(house.flow().undo(house.link(order))).isTrue();
    house.payForHours();

    assertThat(house.state(order)).isEqualTo(OrderState.UNDONE);
    assertThat(house.rail.calls()).containsExactly(Call.AUTHORIZE, Call.VOID);
    assertThat(house.store().placed()).isZero();
    assertThat(house.used(PANTRY)).isEqualTo(NOTHING);
  }

  @OnEachDatabase
  void whenTheUndoWindowHasEndedItIsTooLate(House house) {
    UUID order = house.confirmed("eggs", 2);
    house.pay();
    house.clock.pass(UNDO_WINDOW);

    assertThat(house.flow().undo(house.link(order))).isFalse();
    assertThat(house.state(order)).isEqualTo(OrderState.AUTHORIZED);
    assertThat(house.rail.calls()).containsExactly(Call.AUTHORIZE);
  }

  @OnEachDatabase
  void beforeTheYesThereIsNothingToUndo(House house) {
    UUID order = house.awaiting("eggs", 2);

    assertThat(house.flow().undo(house.link(order))).isFalse();
  }

  @OnEachDatabase
  void anUndoWhoseVoidIsLostIsFinishedLater(House house) {
    house.rail.loseReply(Call.VOID);
    UUID order = house.confirmed("eggs", 2);
    house.pay();

    assertThat(house.flow().undo(house.link(order))).isTrue();
    assertThat(house.state(order)).isEqualTo(OrderState.IN_DOUBT);
    house.payForHours();

    assertThat(house.state(order)).isEqualTo(OrderState.UNDONE);
    assertThat(house.rail.calls()).containsExactly(Call.AUTHORIZE, Call.VOID);
    assertThat(house.used(PANTRY)).isEqualTo(NOTHING);
  }

  /** The owner taps undo while the card is being asked. */
  @OnEachDatabase
  void anUndoDuringTheCallIsRefusedAndCanBeRepeated(House house) {
    UUID order = house.confirmed("eggs", 2);
    AtomicReference<Boolean> during = new AtomicReference<>();
    house.rail.on(
        Call.AUTHORIZE,
        real -> {
          during.set(house.flow().undo(house.link(order)));
          return real.make();
        });
    house.pay();

    assertThat(during).hasValue(false);
    assertThat(house.flow().undo(house.link(order))).isTrue();
    assertThat(house.state(order)).isEqualTo(OrderState.UNDONE);
  }

  /** Another daemon is at the order: only the books stand between the two. */
  @OnEachDatabase
  void anUndoElsewhereWhileTheVendorIsToldIsRefused(House house) {
    UUID order = house.confirmed("eggs", 2);
    house.pay();
    PurchaseFlow elsewhere = house.anotherFlow();
    AtomicReference<Boolean> undone = new AtomicReference<>();
    house
        .store()
        .onPlace(
            real -> {
              house.clock.set(House.START);
              undone.set(elsewhere.undo(house.link(order)));
              house.clock.set(House.START.plus(UNDO_WINDOW));
              return real.make();
            });
    house.clock.pass(UNDO_WINDOW);
    house.pay();

    assertThat(undone).hasValue(false);
    assertThat(house.state(order)).isEqualTo(OrderState.PAID);
  }

  @OnEachDatabase
  void payingAndUndoingAtOnceEndsInOneOfTheTwo(House house) {
    UUID order = house.confirmed("eggs", 2);
    PurchaseFlow elsewhere = house.anotherFlow();

    AtOnce.run(
        2,
        caller -> {
          if (caller == 0) {
            house.pay();
            return true;
          }
          return elsewhere.undo(house.link(order));
        });

    assertThat(house.state(order)).isIn(OrderState.UNDONE, OrderState.AUTHORIZED);
    house.requireAgreement();
  }

  @OnEachDatabase
  void twoThreadsThatPayAtOnceMakeEachCallOnce(House house) {
    UUID order = house.confirmed("eggs", 2);
    house.clock.pass(UNDO_WINDOW);

    AtOnce.run(
        4,
        unused -> {
          house.pay();
          return true;
        });
    house.pay();

    assertThat(house.state(order)).isEqualTo(OrderState.PAID);
    assertThat(house.rail.calls()).containsExactly(Call.AUTHORIZE, Call.CAPTURE);
    assertThat(house.store().placed()).isOne();
  }

  /** Another daemon finds the step announced, believes this one dead and takes the order over. */
  @OnEachDatabase
  void anOrderThatAnotherDaemonTookOverIsLeftToIt(House house) {
    PurchaseFlow elsewhere = house.anotherFlow();
    house.rail.on(
        Call.AUTHORIZE,
        real -> {
          elsewhere.payDue();
          return new PaymentOutcome.NotReached("no connection");
        });
    UUID order = house.confirmed("eggs", 2);
    house.pay();
    assertThat(house.state(order)).isEqualTo(OrderState.IN_DOUBT);

    house.payForHours();

    assertThat(house.state(order)).isEqualTo(OrderState.PAID);
  }

  @OnEachDatabase
  void doubtThatComesLateDoesNotUndoWhatIsKnown(House house) {
    PurchaseFlow elsewhere = house.anotherFlow();
    house.rail.on(
        Call.AUTHORIZE,
        real -> {
          real.make();
          elsewhere.payDue();
          house.clock.pass(Duration.ofMinutes(1));
          elsewhere.payDue();
          return new PaymentOutcome.Unknown("reply lost");
        });
    UUID order = house.confirmed("eggs", 2);
    house.pay();
    assertThat(house.state(order)).isEqualTo(OrderState.AUTHORIZED);

    house.payForHours();

    assertThat(house.state(order)).isEqualTo(OrderState.PAID);
    assertThat(house.story(order).stream().filter("order.in_doubt"::equals)).hasSize(1);
  }

  @OnEachDatabase
  void aPowerCutBeforeTheVendorIsToldIsTakenUpAgain(House house) {
    house
        .store()
        .onPlace(
            real -> {
              throw new PowerCut();
            });
    UUID order = house.confirmed("eggs", 2);
    house.pay();
    house.clock.pass(UNDO_WINDOW);
    assertThatExceptionOfType(PowerCut.class).isThrownBy(house::pay);
    house.restart();
    house.payForHours();

    assertThat(house.state(order)).isEqualTo(OrderState.PAID);
    assertThat(house.placedOrders()).hasSize(1);
  }

  @OnEachDatabase
  void aPowerCutBetweenRejectionAndVoidIsTakenUpAgain(House house) {
    house.store().onPlace(real -> new Placement.Rejected("sold out"));
    house.rail.stopBefore(Call.VOID);
    UUID order = house.confirmed("eggs", 2);
    house.pay();
    house.clock.pass(UNDO_WINDOW);
    assertThatExceptionOfType(PowerCut.class).isThrownBy(house::pay);
    house.restart();
    house.payForHours();

    assertThat(house.state(order)).isEqualTo(OrderState.FAILED);
    assertThat(house.rail.calls()).containsExactly(Call.AUTHORIZE, Call.VOID, Call.VOID);
    assertThat(house.used(PANTRY)).isEqualTo(NOTHING);
  }

  @OnEachDatabase
  void everyEventOfAPaidOrderIsAboutIt(House house) {
    UUID order = house.paid("eggs", 2);

    List<String> story = house.story(order);

    assertThat(story).doesNotContain("order.in_doubt").endsWith("order.paid");
  }

  private static Money usd(long cents) {
    return Money.ofMinor("USD", cents);
  }
}
