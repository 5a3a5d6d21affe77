package dev.purser.daemon.payments;

import dev.purser.budgets.Money;
import dev.purser.daemon.confirmation.ConfirmedOrder;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Leaves a rail that keeps failing alone for a while: orders then wait instead of ending in doubt.
 * A refusal is an answer and no failure of the rail.
 */
public final class ResilientGateway implements PaymentGateway {
  private static final String REASON = "rail_resting";

  private final PaymentGateway rail;
  private final CircuitBreaker breaker;

  public ResilientGateway(PaymentGateway rail, Clock clock) {
    this.rail = rail;
    this.breaker = CircuitBreaker.of("payments", config(clock));
  }

  /** Opens at 5 failures in 10 calls, tries again after 30 s with 2 calls. */
  private static CircuitBreakerConfig config(Clock clock) {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(10)
        .minimumNumberOfCalls(5)
        .failureRateThreshold(50)
        .permittedNumberOfCallsInHalfOpenState(2)
        .waitDurationInOpenState(Duration.ofSeconds(30))
        .recordResult(ResilientGateway::isFailure)
        .clock(clock)
        .build();
  }

  private static boolean isFailure(Object result) {
    if (result instanceof PaymentOutcome outcome) {
      return outcome.match(done -> false, refused -> false, missed -> true, unknown -> true);
    }
    return result instanceof PaymentLookUp.Unknown;
  }

  @Override
  public String rail() {
    return rail.rail();
  }

  @Override
  public PaymentOutcome authorize(ConfirmedOrder order) {
    return guarded(() -> rail.authorize(order));
  }

  @Override
  public PaymentOutcome capture(ConfirmedOrder order, String reference, Money amount) {
    return guarded(() -> rail.capture(order, reference, amount));
  }

  @Override
  public PaymentOutcome voidAuthorization(ConfirmedOrder order, String reference) {
    return guarded(() -> rail.voidAuthorization(order, reference));
  }

  @Override
  public PaymentOutcome refund(ConfirmedOrder order, String reference, Money amount, int number) {
    return guarded(() -> rail.refund(order, reference, amount, number));
  }

  @Override
  public PaymentLookUp lookUp(ConfirmedOrder order) {
    try {
      return breaker.executeSupplier(() -> rail.lookUp(order));
    } catch (CallNotPermittedException e) {
      return new PaymentLookUp.Unknown(REASON);
    }
  }

  private PaymentOutcome guarded(Supplier<PaymentOutcome> call) {
    try {
      return breaker.executeSupplier(call);
    } catch (CallNotPermittedException e) {
      return new PaymentOutcome.NotReached(REASON);
    }
  }
}
