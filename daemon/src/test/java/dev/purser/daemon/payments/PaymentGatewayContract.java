package dev.purser.daemon.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.budgets.Money;
import dev.purser.daemon.confirmation.ConfirmedOrder;
import dev.purser.daemon.confirmation.ConfirmedOrders;
import dev.purser.daemon.payments.PaymentLookUp.Found;
import dev.purser.daemon.payments.PaymentLookUp.NotFound;
import dev.purser.daemon.payments.PaymentLookUp.Standing;
import dev.purser.daemon.payments.PaymentOutcome.Done;
import dev.purser.daemon.payments.PaymentOutcome.Refused;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every rail must do. */
abstract class PaymentGatewayContract {
  static final Money NONE = usd(0);

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path directory;

  @SuppressWarnings("NullAway.Init")
  PaymentGateway gateway;

  final ConfirmedOrder order = ConfirmedOrders.anOrder(usd(10_00));

  /** A gateway to a rail that knows no order yet, or only those made through it in this test. */
  abstract PaymentGateway open();

  @BeforeEach
  void openGateway() {
    gateway = open();
  }

  static Money usd(long cents) {
    return Money.ofMinor("USD", cents);
  }

  static Done done(PaymentOutcome outcome) {
    assertThat(outcome).isInstanceOf(Done.class);
    return (Done) outcome;
  }

  String authorized() {
    return done(gateway.authorize(order)).reference();
  }

  String captured(Money amount) {
    String reference = authorized();
    done(gateway.capture(order, reference, amount));
    return reference;
  }

  @Test
  void authorizationReservesTheTotal() {
    assertThat(done(gateway.authorize(order)).amount()).isEqualTo(usd(10_00));
  }

  @Test
  void authorizingTwiceIsOneAuthorization() {
    assertThat(gateway.authorize(order)).isEqualTo(gateway.authorize(order));
  }

  @Test
  void ordersHaveReferencesOfTheirOwn() {
    ConfirmedOrder other = ConfirmedOrders.anOrder(usd(10_00));

    assertThat(done(gateway.authorize(other)).reference()).isNotEqualTo(authorized());
  }

  @Test
  void lessThanReservedCanBeCaptured() {
    String reference = authorized();

    assertThat(gateway.capture(order, reference, usd(6_00)))
        .isEqualTo(new Done(reference, usd(6_00)));
    assertThat(gateway.lookUp(order))
        .isEqualTo(new Found(reference, Standing.CAPTURED, usd(6_00), NONE));
  }

  @Test
  void allThatWasConfirmedCanBeCaptured() {
    String reference = authorized();

    assertThat(gateway.capture(order, reference, usd(10_00)))
        .isEqualTo(new Done(reference, usd(10_00)));
  }

  @Test
  void oneCentMoreThanConfirmedIsRefused() {
    assertThat(gateway.capture(order, authorized(), usd(10_01)))
        .isEqualTo(new Refused("amount_too_large"));
  }

  @Test
  void capturingTwiceTakesTheMoneyOnce() {
    String reference = captured(usd(6_00));

    assertThat(gateway.capture(order, reference, usd(6_00)))
        .isEqualTo(new Done(reference, usd(6_00)));
    assertThat(gateway.lookUp(order))
        .isEqualTo(new Found(reference, Standing.CAPTURED, usd(6_00), NONE));
  }

  @Test
  void capturingAnotherAmountLaterTellsWhatWasTaken() {
    String reference = captured(usd(6_00));

    assertThat(gateway.capture(order, reference, usd(5_00)))
        .isEqualTo(new Done(reference, usd(6_00)));
  }

  @Test
  void voidingGivesBackWhatWasReserved() {
    String reference = authorized();

    assertThat(gateway.voidAuthorization(order, reference))
        .isEqualTo(new Done(reference, usd(10_00)));
    assertThat(gateway.lookUp(order)).isEqualTo(new Found(reference, Standing.VOIDED, NONE, NONE));
  }

  @Test
  void voidingTwiceIsVoidingOnce() {
    String reference = authorized();

    assertThat(gateway.voidAuthorization(order, reference))
        .isEqualTo(gateway.voidAuthorization(order, reference));
  }

  @Test
  void whatWasVoidedCannotBeCaptured() {
    String reference = authorized();
    gateway.voidAuthorization(order, reference);

    assertThat(gateway.capture(order, reference, usd(1))).isInstanceOf(Refused.class);
  }

  @Test
  void whatWasCapturedCannotBeVoided() {
    String reference = captured(usd(10_00));

    assertThat(gateway.voidAuthorization(order, reference)).isInstanceOf(Refused.class);
    assertThat(gateway.lookUp(order))
        .isEqualTo(new Found(reference, Standing.CAPTURED, usd(10_00), NONE));
  }

  @Test
  void aPartAndThenTheRestCanBeRefunded() {
    String reference = captured(usd(6_00));

    assertThat(gateway.refund(order, reference, usd(2_00), 1))
        .isEqualTo(new Done(reference, usd(2_00)));
    assertThat(gateway.lookUp(order))
        .isEqualTo(new Found(reference, Standing.CAPTURED, usd(6_00), usd(2_00)));
    assertThat(gateway.refund(order, reference, usd(4_00), 2))
        .isEqualTo(new Done(reference, usd(4_00)));
    assertThat(gateway.lookUp(order))
        .isEqualTo(new Found(reference, Standing.CAPTURED, usd(6_00), usd(6_00)));
  }

  @Test
  void theSameRefundTwiceIsOneRefund() {
    String reference = captured(usd(6_00));

    gateway.refund(order, reference, usd(2_00), 1);
    gateway.refund(order, reference, usd(2_00), 1);

    assertThat(gateway.lookUp(order))
        .isEqualTo(new Found(reference, Standing.CAPTURED, usd(6_00), usd(2_00)));
  }

  @Test
  void oneCentMoreThanCapturedIsNotRefunded() {
    String reference = captured(usd(6_00));

    assertThat(gateway.refund(order, reference, usd(6_01), 1)).isInstanceOf(Refused.class);
  }

  @Test
  void nothingIsNeitherCapturedNorRefunded() {
    String reference = authorized();

    assertThat(gateway.capture(order, reference, NONE)).isInstanceOf(Refused.class);
    assertThat(gateway.refund(order, reference, NONE, 1)).isInstanceOf(Refused.class);
  }

  @Test
  void anOrderOfNothingIsRefused() {
    assertThat(gateway.authorize(ConfirmedOrders.anOrder(NONE))).isInstanceOf(Refused.class);
  }

  @Test
  void whatWasNeverAuthorizedIsNotFound() {
    authorized();

    assertThat(gateway.lookUp(ConfirmedOrders.anOrder(usd(10_00)))).isEqualTo(new NotFound());
  }

  @Test
  void whatWasAuthorizedIsFound() {
    assertThat(new Found(authorized(), Standing.AUTHORIZED, NONE, NONE))
        .isEqualTo(gateway.lookUp(order));
  }

  @Test
  void anotherGatewayToTheSameRailKnowsThePayment() {
    String reference = captured(usd(6_00));

    assertThat(open().lookUp(order))
        .isEqualTo(new Found(reference, Standing.CAPTURED, usd(6_00), NONE));
    assertThat(open().authorize(order)).isEqualTo(new Done(reference, usd(10_00)));
  }
}
