package dev.purser.daemon.purchasing;

import static dev.purser.daemon.purchasing.House.PANTRY;
import static dev.purser.daemon.purchasing.House.TREATS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.agentapi.OrderView.Status;
import dev.purser.budgets.Money;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.payments.FakeStripe;
import dev.purser.daemon.payments.Fault;
import dev.purser.daemon.payments.PaymentOutcome;
import dev.purser.daemon.purchasing.ScriptedGateway.Call;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;

/** Money that comes back. */
@ExtendWith(HouseKeeper.class)
class RefundedOrdersTest {

  @OnEachDatabase
  void aPartThenTheRestComesBack(House house) {
    UUID order = house.paid("eggs", 2);

    assertThat(refund(house, order, 2_00)).isEqualTo(RefundOutcome.REFUNDED);
    assertThat(house.state(order)).isEqualTo(OrderState.PARTLY_REFUNDED);
    assertThat(house.used(PANTRY)).isEqualTo("0.00 / 0.00 / 3.88");
    house.requireAgreement();

    assertThat(refund(house, order, 1_00)).isEqualTo(RefundOutcome.REFUNDED);
    assertThat(house.state(order)).isEqualTo(OrderState.PARTLY_REFUNDED);

    assertThat(refund(house, order, 2_88)).isEqualTo(RefundOutcome.REFUNDED);
    assertThat(house.state(order)).isEqualTo(OrderState.REFUNDED);
    assertThat(house.used(PANTRY)).isEqualTo("0.00 / 0.00 / 0.00");
    assertThat(house.ask(order).status()).isEqualTo(Status.PAID);
  }

  @OnEachDatabase
  void aRefundGoesBackToTheCategoriesThatPaid(House house) {
    house.add("cake", 1);
    UUID order = house.paid("eggs", 2);

    refund(house, order, 18_38);

    assertThat(house.used(PANTRY)).isEqualTo("0.00 / 0.00 / 0.00");
    assertThat(house.used(TREATS)).isEqualTo("0.00 / 0.00 / 0.00");
  }

  @OnEachDatabase
  void oneCentMoreThanWasCapturedIsNotPossible(House house) {
    UUID order = house.paid("eggs", 2);

    assertThat(refund(house, order, 5_89)).isEqualTo(RefundOutcome.NOT_POSSIBLE);
    assertThat(refund(house, order, 5_88)).isEqualTo(RefundOutcome.REFUNDED);
    assertThat(refund(house, order, 1)).isEqualTo(RefundOutcome.NOT_POSSIBLE);
    assertThat(house.rail.calls().stream().filter(Call.REFUND::equals)).hasSize(1);
  }

  @OnEachDatabase
  void nothingLessThanNothingAndOtherMoneyAreNotPossible(House house) {
    UUID order = house.paid("eggs", 2);

    assertThat(refund(house, order, 0)).isEqualTo(RefundOutcome.NOT_POSSIBLE);
    assertThat(refund(house, order, -1)).isEqualTo(RefundOutcome.NOT_POSSIBLE);
    assertThat(house.flow().refund(order, Money.ofMinor("EUR", 1_00), "finance"))
        .isEqualTo(RefundOutcome.NOT_POSSIBLE);
  }

  @OnEachDatabase
  void whatWasNotPaidIsNotRefunded(House house) {
    UUID order = house.confirmed("eggs", 2);
    house.pay();

    assertThat(refund(house, order, 1_00)).isEqualTo(RefundOutcome.NOT_POSSIBLE);
  }

  @OnEachDatabase
  void aRefundThatTheRailRefusesChangesNothing(House house) {
    house.rail.refuse(Call.REFUND, "insufficient_balance");
    UUID order = house.paid("eggs", 2);

    assertThat(refund(house, order, 5_88)).isEqualTo(RefundOutcome.REFUSED);
    assertThat(house.state(order)).isEqualTo(OrderState.PAID);
    assertThat(house.used(PANTRY)).isEqualTo("0.00 / 0.00 / 5.88");
    assertThat(refund(house, order, 5_88)).as("another try").isEqualTo(RefundOutcome.REFUNDED);
  }

  @OnEachDatabase
  void aRefundWhoseAnswerIsLostIsMadeOnce(House house) {
    try (FakeStripe stripe = FakeStripe.start(house.clock)) {
      house.rail.pass(stripe.gateway(house.directory));
      UUID order = house.paid("eggs", 2);
      stripe.failNext(Fault.REPLY_LOST);

      assertThat(refund(house, order, 2_00)).isEqualTo(RefundOutcome.UNDER_WAY);
      assertThat(refund(house, order, 1_00))
          .as("one at a time")
          .isEqualTo(RefundOutcome.NOT_POSSIBLE);
      house.payForHours();

      assertThat(stripe.refunds()).isOne();
      assertThat(house.state(order)).isEqualTo(OrderState.PARTLY_REFUNDED);
      assertThat(house.used(PANTRY)).isEqualTo("0.00 / 0.00 / 3.88");
      assertThat(refund(house, order, 3_88)).isEqualTo(RefundOutcome.REFUNDED);
      assertThat(stripe.refunds()).isEqualTo(2);
      assertThat(stripe.violations()).isEmpty();
    }
  }

  @OnEachDatabase
  void twoWholeRefundsAtOnceAreOne(House house) {
    UUID order = house.paid("eggs", 2);

    List<RefundOutcome> outcomes = AtOnce.run(8, unused -> refund(house, order, 5_88));

    assertThat(outcomes).containsOnlyOnce(RefundOutcome.REFUNDED);
    assertThat(house.state(order)).isEqualTo(OrderState.REFUNDED);
    assertThat(house.used(PANTRY)).isEqualTo("0.00 / 0.00 / 0.00");
  }

  @OnEachDatabase
  void manySmallRefundsAtOnceComeToNoMoreThanWasPaid(House house) {
    UUID order = house.paid("eggs", 2);

    AtOnce.run(
        4,
        unused -> {
          for (int i = 0; i < 10; i++) {
            refund(house, order, 98);
          }
          return true;
        });
    while (refund(house, order, 98) == RefundOutcome.REFUNDED) {
      house.requireAgreement();
    }

    assertThat(house.state(order)).isEqualTo(OrderState.REFUNDED);
    assertThat(house.used(PANTRY)).isEqualTo("0.00 / 0.00 / 0.00");
  }

  /** The timer asks after the first refund, and its answer comes when the second is under way. */
  @OnEachDatabase
  void aLateAnswerToTheFirstRefundDoesNotEndTheSecond(House house) {
    UUID order = house.paid("eggs", 2);
    house.rail.doNotReach(Call.REFUND);
    refund(house, order, 2_00);
    house.clock.pass(Duration.ofMinutes(1));
    house.rail.on(
        Call.REFUND,
        real -> {
          PaymentOutcome first = real.make();
          house.pay();
          house.rail.doNotReach(Call.REFUND);
          refund(house, order, 3_00);
          return first;
        });
    house.pay();
    assertThat(house.used(PANTRY)).isEqualTo("0.00 / 0.00 / 3.88");

    house.payForHours();

    assertThat(house.used(PANTRY)).isEqualTo("0.00 / 0.00 / 0.88");
    assertThat(house.state(order)).isEqualTo(OrderState.PARTLY_REFUNDED);
  }

  private static RefundOutcome refund(House house, UUID order, long cents) {
    return house.flow().refund(order, Money.ofMinor("USD", cents), "finance");
  }
}
