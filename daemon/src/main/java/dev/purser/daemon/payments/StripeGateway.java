package dev.purser.daemon.payments;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.RefundCreateParams;
import com.stripe.service.PaymentIntentService;
import com.stripe.service.RefundService;
import dev.purser.budgets.Money;
import dev.purser.daemon.confirmation.ConfirmedOrder;
import dev.purser.daemon.payments.PaymentOutcome.Done;
import dev.purser.daemon.payments.PaymentOutcome.Refused;
import dev.purser.daemon.payments.PaymentOutcome.Unknown;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * Pays with a card saved at Stripe: one PaymentIntent per order, captured by hand.
 *
 * <p>Stripe forgets an idempotency key after a day. An order in doubt for longer must be looked up
 * before it is authorized again.
 */
public final class StripeGateway implements PaymentGateway {
  private final StripeClient client;
  private final String customer;
  private final String paymentMethod;

  /**
   * A gateway for the owner's account; see {@link StripeClients} for the client.
   *
   * @param client must not retry by itself
   */
  public StripeGateway(StripeClient client, StripeConfig config) {
    this.client = client;
    this.customer = config.customer();
    this.paymentMethod = config.paymentMethod();
  }

  @Override
  public String rail() {
    return "stripe";
  }

  @Override
  public PaymentOutcome authorize(ConfirmedOrder order) {
    return charging(
        order,
        order.total(),
        units ->
            StripeFailures.outcomeOf(
                () ->
                    authorized(
                        order, intents().create(creation(order, units), key(order, "authorize")))));
  }

  @Override
  public PaymentOutcome capture(ConfirmedOrder order, String reference, Money amount) {
    RequestOptions key = key(order, "capture");
    return charging(
        order,
        amount,
        units ->
            reaching(
                "succeeded",
                reference,
                () -> intents().capture(reference, taking(units), key),
                PaymentIntent::getAmountReceived));
  }

  @Override
  public PaymentOutcome voidAuthorization(ConfirmedOrder order, String reference) {
    RequestOptions key = key(order, "void");
    PaymentIntentCancelParams params = PaymentIntentCancelParams.builder().build();
    return reaching(
        "canceled",
        reference,
        () -> intents().cancel(reference, params, key),
        PaymentIntent::getAmount);
  }

  @Override
  public PaymentOutcome refund(ConfirmedOrder order, String reference, Money amount, int number) {
    RequestOptions key = key(order, "refund-" + number);
    RefundService refunds = client.v1().refunds();
    return charging(
        order,
        amount,
        units ->
            StripeFailures.outcomeOf(
                () ->
                    refunded(reference, refunds.create(givingBack(order, reference, units), key))));
  }

  @Override
  public PaymentLookUp lookUp(ConfirmedOrder order) {
    return new StripeLookUp(intents(), customer).find(order);
  }

  /** Asks for the amount only if it is within what the owner confirmed and exact at Stripe. */
  private static PaymentOutcome charging(
      ConfirmedOrder order, Money amount, LongFunction<PaymentOutcome> call) {
    if (amount.exceeds(order.total())) {
      return new Refused("amount_too_large");
    }
    OptionalLong units = StripeAmounts.toStripe(amount);
    return units.isPresent() ? call.apply(units.getAsLong()) : new Refused("amount_not_chargeable");
  }

  private PaymentIntentCreateParams creation(ConfirmedOrder order, long units) {
    return PaymentIntentCreateParams.builder()
        .setAmount(units)
        .setCurrency(StripeLookUp.currencyOf(order))
        .setCustomer(customer)
        .setPaymentMethod(paymentMethod)
        .addPaymentMethodType("card")
        .setCaptureMethod(CaptureMethod.MANUAL)
        .setConfirm(true)
        .setOffSession(true)
        .setDescription("Purser order " + order.id())
        .putMetadata(StripeLookUp.ORDER, order.id().toString())
        .putMetadata(StripeLookUp.DIGEST, order.digest())
        .build();
  }

  private static PaymentIntentCaptureParams taking(long units) {
    return PaymentIntentCaptureParams.builder().setAmountToCapture(units).build();
  }

  private static RefundCreateParams givingBack(ConfirmedOrder order, String reference, long units) {
    return RefundCreateParams.builder()
        .setPaymentIntent(reference)
        .setAmount(units)
        .putMetadata(StripeLookUp.ORDER, order.id().toString())
        .build();
  }

  private PaymentOutcome authorized(ConfirmedOrder order, PaymentIntent intent) {
    if (!"requires_capture".equals(intent.getStatus())) {
      return abandoned(order, intent);
    }
    Money reserved = StripeLookUp.money(intent, intent.getAmountCapturable());
    return reserved.equals(order.total())
        ? new Done(intent.getId(), reserved)
        : new Unknown("amount_differs");
  }

  /** Nobody is there to authenticate, so an intent that waits for somebody is taken back. */
  private PaymentOutcome abandoned(ConfirmedOrder order, PaymentIntent intent) {
    String status = StripeFailures.code(intent.getStatus(), "unexpected_status");
    String reason = "requires_action".equals(status) ? "authentication_required" : status;
    PaymentOutcome doubt = new Unknown(status);
    return voidAuthorization(order, intent.getId())
        .match(done -> new Refused(reason), refused -> doubt, missed -> doubt, unknown -> doubt);
  }

  /** Makes a move; where Stripe says that it does not fit, looks whether it was made before. */
  private PaymentOutcome reaching(
      String status,
      String reference,
      StripeFailures.Call<PaymentIntent> move,
      Function<PaymentIntent, Long> amount) {
    return StripeFailures.outcomeOf(
        () -> {
          try {
            return there(status, move.run(), amount);
          } catch (StripeException e) {
            return StripeFailures.doesNotFitState(e)
                ? alreadyThere(status, reference, e, amount)
                : StripeFailures.outcomeOf(e);
          }
        });
  }

  private PaymentOutcome alreadyThere(
      String status, String reference, StripeException why, Function<PaymentIntent, Long> amount) {
    PaymentOutcome asSaid = StripeFailures.outcomeOf(why);
    return StripeFailures.outcomeOf(() -> there(status, intents().retrieve(reference), amount))
        .match(
            done -> done,
            refused -> asSaid,
            missed -> new Unknown(missed.reason()),
            unknown -> unknown.reason().equals("status_differs") ? asSaid : unknown);
  }

  private static PaymentOutcome there(
      String status, PaymentIntent intent, Function<PaymentIntent, Long> amount) {
    return status.equals(intent.getStatus())
        ? new Done(intent.getId(), StripeLookUp.money(intent, amount.apply(intent)))
        : new Unknown("status_differs");
  }

  /** A pending refund is done: Stripe has taken it on, and cards rarely give one back. */
  private static PaymentOutcome refunded(String reference, Refund refund) {
    String status = StripeFailures.code(refund.getStatus(), "unexpected_status");
    return switch (status) {
      case "succeeded", "pending" ->
          new Done(reference, StripeAmounts.fromStripe(refund.getCurrency(), refund.getAmount()));
      case "failed", "canceled" ->
          new Refused(StripeFailures.code(refund.getFailureReason(), "refund_failed"));
      default -> new Unknown(status);
    };
  }

  private PaymentIntentService intents() {
    return client.v1().paymentIntents();
  }

  /** The key that makes the call harmless to repeat: the same for the same order and step. */
  private static RequestOptions key(ConfirmedOrder order, String step) {
    return RequestOptions.builder().setIdempotencyKey("purser-" + order.id() + "-" + step).build();
  }
}
