package dev.purser.daemon.purchasing;

import dev.purser.daemon.confirmation.ConfirmedOrder;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.payments.PaymentGateway;
import dev.purser.daemon.payments.PaymentLookUp;
import java.time.Clock;
import java.time.Duration;

/**
 * Finds out what became of a step whose answer was lost. It looks before it acts, and where it acts
 * it repeats the very same call under the very same key.
 */
final class Reconciling {
  /**
   * Stripe forgets keys after 24 hours; a call repeated later than this might act a second time.
   */
  private static final Duration KEY_LIFETIME = Duration.ofHours(20);

  private final Steps steps;
  private final PaymentGateway gateway;
  private final Clock clock;

  Reconciling(Steps steps, PaymentGateway gateway, Clock clock) {
    this.steps = steps;
    this.gateway = gateway;
    this.clock = clock;
  }

  StepOutcome reconcile(Step step, ConfirmedOrder order, Settlement settlement) {
    if (step == Step.PLACE) {
      return steps.run(step, order, settlement);
    }
    PaymentLookUp known = gateway.lookUp(order);
    return known.match(
        found -> found(step, order, settlement, found),
        () -> notFound(step, order, settlement),
        unknown -> new StepOutcome.Doubt(unknown.reason()));
  }

  private StepOutcome found(
      Step step, ConfirmedOrder order, Settlement settlement, PaymentLookUp.Found found) {
    return switch (found.standing()) {
      case AUTHORIZED ->
          step == Step.AUTHORIZE
              ? StepOutcome.Reached.at(OrderState.AUTHORIZED, found.reference())
              : steps.run(step, order, settlement);
      case CAPTURED ->
          step == Step.CAPTURE
              ? StepOutcome.Reached.paid(found.captured())
              : new StepOutcome.Doubt("the rail has captured what was not to be captured");
      case VOIDED, REFUSED -> nothingTaken(step);
      case PROCESSING ->
          step == Step.AUTHORIZE
              ? steps.run(step, order, settlement)
              : new StepOutcome.Doubt("the rail is still at it");
    };
  }

  private static StepOutcome nothingTaken(Step step) {
    return switch (step) {
      case AUTHORIZE -> StepOutcome.Reached.failed("The card was refused.");
      case VOID_AFTER_UNDO -> Steps.ended(OrderState.UNDONE);
      case VOID_AFTER_REJECTION -> Steps.ended(OrderState.FAILED);
      case CAPTURE, PLACE ->
          StepOutcome.Reached.failed(
              "The authorization ended before it was captured; the vendor may have the order.");
    };
  }

  private StepOutcome notFound(Step step, ConfirmedOrder order, Settlement settlement) {
    if (step != Step.AUTHORIZE) {
      return new StepOutcome.Doubt("the rail does not know the payment");
    }
    boolean keyStillHolds = clock.instant().isBefore(order.confirmedAt().plus(KEY_LIFETIME));
    return keyStillHolds
        ? steps.run(step, order, settlement)
        : StepOutcome.Reached.failed("The card was never asked, and it is too late to ask now.");
  }
}
