package dev.purser.daemon.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.purser.budgets.Money;
import dev.purser.daemon.confirmation.ConfirmedOrder;
import dev.purser.daemon.confirmation.ConfirmedOrders;
import dev.purser.daemon.payments.FakeStripe.Seen;
import dev.purser.daemon.payments.PaymentLookUp.Found;
import dev.purser.daemon.payments.PaymentLookUp.Standing;
import dev.purser.daemon.payments.PaymentOutcome.Done;
import dev.purser.daemon.payments.PaymentOutcome.NotReached;
import dev.purser.daemon.payments.PaymentOutcome.Refused;
import dev.purser.daemon.payments.PaymentOutcome.Unknown;
import io.dropwizard.util.Duration;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class StripeGatewayTest extends PaymentGatewayContract {
  private final FakeStripe stripe =
      FakeStripe.start(Clock.fixed(ConfirmedOrders.CONFIRMED_AT, ZoneOffset.UTC));

  @Override
  PaymentGateway open() {
    return stripe.gateway(directory);
  }

  @AfterEach
  void everyRequestAndAnswerIsAsStripeDescribesThem() {
    stripe.close();
    assertThat(stripe.violations()).isEmpty();
  }

  private PaymentGateway withCard(String paymentMethod) {
    return gateway(stripe.baseUri(), paymentMethod, Duration.seconds(30));
  }

  private PaymentGateway gateway(URI apiBase, String paymentMethod, Duration readTimeout) {
    StripeConfig config = FakeStripe.config(directory, paymentMethod, readTimeout);
    return new StripeGateway(StripeClients.at(apiBase, config), config);
  }

  @Test
  void itSaysWhatItIs() {
    assertThat(gateway.rail()).isEqualTo("stripe");
  }

  @Test
  void theIntentSaysWhatWasConfirmed() {
    authorized();

    ObjectNode intent = stripe.intents().get(0);
    assertThat(intent.get("amount").asLong()).isEqualTo(10_00);
    assertThat(intent.get("currency").asText()).isEqualTo("usd");
    assertThat(intent.get("customer").asText()).isEqualTo("cus_owner");
    assertThat(intent.get("payment_method").asText()).isEqualTo("pm_card_visa");
    assertThat(intent.get("capture_method").asText()).isEqualTo("manual");
    assertThat(intent.at("/metadata/purser_order").asText()).isEqualTo(order.id().toString());
    assertThat(intent.at("/metadata/purser_digest").asText()).isEqualTo(order.digest());
  }

  @Test
  void everyStepHasAKeyMadeFromTheOrder() {
    String reference = captured(usd(6_00));
    gateway.refund(order, reference, usd(1_00), 1);
    gateway.refund(order, reference, usd(1_00), 2);
    ConfirmedOrder undone = ConfirmedOrders.anOrder(usd(5_00));
    gateway.voidAuthorization(undone, done(gateway.authorize(undone)).reference());

    assertThat(stripe.requests())
        .extracting(Seen::key)
        .containsExactly(
            "purser-" + order.id() + "-authorize",
            "purser-" + order.id() + "-capture",
            "purser-" + order.id() + "-refund-1",
            "purser-" + order.id() + "-refund-2",
            "purser-" + undone.id() + "-authorize",
            "purser-" + undone.id() + "-void");
  }

  @Test
  void repeatedCallsMoveMoneyOnce() {
    String reference = authorized();
    assertThat(authorized()).isEqualTo(reference);
    for (int i = 0; i < 2; i++) {
      gateway.capture(order, reference, usd(6_00));
      gateway.refund(order, reference, usd(1_00), 1);
    }

    assertThat(stripe.authorizations()).isEqualTo(1);
    assertThat(stripe.captures()).isEqualTo(1);
    assertThat(stripe.captured(order.id())).isEqualTo(6_00);
    assertThat(stripe.refunds()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "pm_card_visa_chargeDeclined, generic_decline",
    "pm_card_chargeDeclinedInsufficientFunds, insufficient_funds",
    "pm_card_authenticationRequired, authentication_required"
  })
  void aDeclinedCardIsRefusedWithTheBanksReason(String paymentMethod, String reason) {
    PaymentGateway declining = withCard(paymentMethod);

    assertThat(declining.authorize(order)).isEqualTo(new Refused(reason));
    assertThat(declining.authorize(order)).isEqualTo(new Refused(reason));
    assertThat(declining.lookUp(order))
        .isEqualTo(new Found("pi_fake1", Standing.REFUSED, NONE, NONE));
    assertThat(stripe.authorizations()).isZero();
  }

  @Test
  void aCardThatAsksForItsOwnerIsRefusedAndTheIntentTakenBack() {
    PaymentGateway asking = withCard("pm_card_threeDSecure2Required");

    assertThat(asking.authorize(order)).isEqualTo(new Refused("authentication_required"));
    assertThat(stripe.intents().get(0).get("status").asText()).isEqualTo("canceled");
    assertThat(asking.lookUp(order)).isEqualTo(new Found("pi_fake1", Standing.REFUSED, NONE, NONE));
  }

  @Test
  void anIntentThatCouldNotBeTakenBackStaysInDoubt() {
    PaymentGateway asking = withCard("pm_card_threeDSecure2Required");
    stripe.failNext(Fault.REPLY_LOST);
    stripe.failNext(Fault.ERROR_BEFORE_ACTING);
    asking.authorize(order);

    assertThat(asking.lookUp(order)).isEqualTo(new PaymentLookUp.Unknown("http_500"));
    assertThat(asking.lookUp(order))
        .isEqualTo(new Found("pi_fake1", Standing.PROCESSING, NONE, NONE));
    stripe.failNext(Fault.RATE_LIMITED);
    assertThat(asking.authorize(order)).isEqualTo(new NotReached("rate_limited"));
    assertThat(asking.authorize(order)).isEqualTo(new Refused("authentication_required"));
  }

  /** What each fault means, and whether Stripe acted on the request all the same. */
  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(Fault.REPLY_LOST, new Unknown("no_answer"), true),
        Arguments.of(Fault.ERROR_AFTER_ACTING, new Unknown("http_500"), true),
        Arguments.of(Fault.ERROR_BEFORE_ACTING, new Unknown("http_500"), false),
        Arguments.of(Fault.GARBAGE, new Unknown("http_200"), true),
        Arguments.of(Fault.EMPTY_ANSWER, new Unknown("unreadable_answer"), true),
        Arguments.of(Fault.RATE_LIMITED, new NotReached("rate_limited"), false),
        Arguments.of(Fault.KEY_NOT_ACCEPTED, new NotReached("key_not_accepted"), false),
        Arguments.of(Fault.KEY_NOT_PERMITTED, new NotReached("key_not_permitted"), false),
        Arguments.of(Fault.BAD_GATEWAY, new Unknown("http_502"), false),
        Arguments.of(Fault.REDIRECT, new Unknown("http_307"), false));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void eachFaultOfAnAuthorizationHasItsOutcome(
      Fault fault, PaymentOutcome outcome, boolean hasActed) {
    stripe.failNext(fault);

    assertThat(gateway.authorize(order)).isEqualTo(outcome);
    assertThat(stripe.requests()).hasSize(1);
    assertThat(stripe.authorizations()).isEqualTo(hasActed ? 1 : 0);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void eachFaultOfACaptureHasItsOutcome(Fault fault, PaymentOutcome outcome, boolean hasActed) {
    String reference = authorized();
    stripe.failNext(fault);

    assertThat(gateway.capture(order, reference, usd(6_00))).isEqualTo(outcome);
    assertThat(stripe.captured(order.id())).isEqualTo(hasActed ? 6_00 : 0);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void eachFaultOfARefundHasItsOutcome(Fault fault, PaymentOutcome outcome, boolean hasActed) {
    String reference = captured(usd(6_00));
    stripe.failNext(fault);

    assertThat(gateway.refund(order, reference, usd(6_00), 1)).isEqualTo(outcome);
    assertThat(stripe.refunds()).isEqualTo(hasActed ? 1 : 0);
  }

  @ParameterizedTest
  @EnumSource(names = {"REPLY_LOST", "GARBAGE", "EMPTY_ANSWER"})
  void aLostAnswerIsFoundAndAuthorizingAgainFindsTheSame(Fault fault) {
    stripe.failNext(fault);
    gateway.authorize(order);

    PaymentLookUp found = gateway.lookUp(order);

    assertThat(found).isEqualTo(new Found(authorized(), Standing.AUTHORIZED, NONE, NONE));
    assertThat(stripe.intents()).hasSize(1);
  }

  @Test
  void aLostCaptureIsFoundAndNotTakenTwice() {
    String reference = authorized();
    stripe.failNext(Fault.REPLY_LOST);
    gateway.capture(order, reference, usd(6_00));

    assertThat(gateway.lookUp(order))
        .isEqualTo(new Found(reference, Standing.CAPTURED, usd(6_00), NONE));
    done(gateway.capture(order, reference, usd(6_00)));
    assertThat(stripe.captured(order.id())).isEqualTo(6_00);
  }

  @Test
  void anErrorThatStripeKeptIsRepeatedButTheLookUpKnowsBetter() {
    stripe.failNext(Fault.ERROR_AFTER_ACTING);
    gateway.authorize(order);

    assertThat(gateway.authorize(order)).isEqualTo(new Unknown("http_500"));
    assertThat(gateway.lookUp(order))
        .isEqualTo(new Found("pi_fake1", Standing.AUTHORIZED, NONE, NONE));
  }

  @Test
  void anAnswerAfterTheReadTimeOutIsUnknownAndAskingMeanwhileTooIs() throws InterruptedException {
    PaymentGateway impatient =
        gateway(stripe.baseUri(), "pm_card_visa", Duration.milliseconds(500));
    done(impatient.authorize(ConfirmedOrders.anOrder(usd(1_00))));
    stripe.failNext(Fault.SLOW);

    assertThat(impatient.authorize(order)).isEqualTo(new Unknown("no_answer"));
    assertThat(gateway.authorize(order)).isEqualTo(new Unknown("idempotency_key_in_use"));
    stripe.answerSlowRequests();
    assertThat(gateway.lookUp(order))
        .isEqualTo(new Found(authorized(), Standing.AUTHORIZED, NONE, NONE));
    assertThat(stripe.authorizations()).isEqualTo(2);
  }

  @Test
  void twoPaymentsForOneOrderAreNotChosenBetween() {
    authorized();
    stripe.forgetKeys();
    authorized();

    assertThat(gateway.lookUp(order)).isEqualTo(new PaymentLookUp.Unknown("several_payments"));
  }

  @Test
  void aPaymentThatHoldsMoneyIsFoundBehindOneThatWasDeclined() {
    String reference = authorized();
    stripe.forgetKeys();
    withCard("pm_card_visa_chargeDeclined").authorize(order);

    assertThat(gateway.lookUp(order))
        .isEqualTo(new Found(reference, Standing.AUTHORIZED, NONE, NONE));
  }

  @Test
  void afterTheKeysAreForgottenCapturedAndVoidedAreStillSeen() {
    String reference = captured(usd(6_00));
    ConfirmedOrder undone = ConfirmedOrders.anOrder(usd(5_00));
    String other = done(gateway.authorize(undone)).reference();
    gateway.voidAuthorization(undone, other);
    stripe.forgetKeys();

    assertThat(gateway.capture(order, reference, usd(6_00)))
        .isEqualTo(new Done(reference, usd(6_00)));
    assertThat(gateway.voidAuthorization(undone, other)).isEqualTo(new Done(other, usd(5_00)));
    assertThat(stripe.captures()).isEqualTo(1);
  }

  @Test
  void whereNobodyListensNothingWasSent() {
    stripe.close();

    assertThat(gateway.authorize(order)).isEqualTo(new NotReached("not_connected"));
    assertThat(gateway.lookUp(order)).isEqualTo(new PaymentLookUp.Unknown("not_connected"));
  }

  @Test
  void aHostWithoutAnAddressWasNotReached() {
    PaymentGateway lost =
        gateway(URI.create("https://stripe.invalid"), "pm_card_visa", Duration.seconds(30));

    assertThat(lost.authorize(order)).isEqualTo(new NotReached("not_connected"));
  }

  @Test
  void theKeyOfAnotherRequestLeavesADoubt() {
    authorized();

    assertThat(withCard("pm_card_mastercard").authorize(order))
        .isEqualTo(new Unknown("idempotency_error"));
  }

  @Test
  void aPaymentThatStripeDoesNotHaveIsRefused() {
    assertThat(gateway.capture(order, "pi_missing", usd(1)))
        .isEqualTo(new Refused("resource_missing"));
    assertThat(gateway.voidAuthorization(order, "pi_missing"))
        .isEqualTo(new Refused("resource_missing"));
    assertThat(gateway.refund(order, "pi_missing", usd(1), 1))
        .isEqualTo(new Refused("resource_missing"));
  }

  @Test
  void whetherItWasCapturedBeforeStaysUnknownWhenThatCannotBeSeen() {
    String reference = captured(usd(6_00));
    stripe.failNext(Fault.NONE);
    stripe.failNext(Fault.RATE_LIMITED);

    assertThat(gateway.capture(order, reference, usd(5_00))).isEqualTo(new Unknown("rate_limited"));
  }

  @Test
  void amountsThatStripeCannotTakeExactlyAreNotSent() {
    ConfirmedOrder dinars = ConfirmedOrders.anOrder(Money.ofMinor("KWD", 5_124));

    assertThat(gateway.authorize(dinars)).isEqualTo(new Refused("amount_not_chargeable"));
    assertThat(stripe.requests()).isEmpty();
  }

  @Test
  void moreThanWasConfirmedIsNotEvenAskedFor() {
    String reference = captured(usd(6_00));

    gateway.capture(order, reference, usd(10_01));
    gateway.refund(order, reference, usd(10_01), 1);

    assertThat(stripe.requests()).hasSize(2);
  }

  @Test
  void yenAreSentWhole() {
    ConfirmedOrder yen = ConfirmedOrders.anOrder(Money.ofMinor("JPY", 500));

    assertThat(done(gateway.authorize(yen)).amount()).isEqualTo(Money.ofMinor("JPY", 500));
    assertThat(stripe.intents().get(0).get("amount").asLong()).isEqualTo(500);
  }

  @Test
  void theLookUpTurnsPages() {
    String reference = authorized();
    for (int i = 0; i < 100; i++) {
      gateway.authorize(ConfirmedOrders.anOrder(usd(1_00)));
    }

    assertThat(gateway.lookUp(order))
        .isEqualTo(new Found(reference, Standing.AUTHORIZED, NONE, NONE));
    assertThat(stripe.requests().stream().filter(each -> each.method().equals("GET"))).hasSize(2);
  }

  @Test
  void theLookUpAsksForTheCustomerAndTheTime() {
    gateway.lookUp(order);

    long from = ConfirmedOrders.CONFIRMED_AT.minusSeconds(600).getEpochSecond();
    assertThat(FormBody.decode(stripe.requests().get(0).query()))
        .isEqualTo(
            FormBody.decode(
                "customer=cus_owner&limit=100&expand[0]=data.latest_charge&created[gte]=" + from));
  }
}
