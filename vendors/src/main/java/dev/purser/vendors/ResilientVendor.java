package dev.purser.vendors;

import dev.purser.budgets.Payee;
import dev.purser.budgets.VendorId;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/**
 * A vendor that answers in time or not at all. {@code quote} and {@code place} run on another
 * thread under a time limit; after too many failures nothing is sent for a while (circuit breaker).
 * A rejection is an answer, not a failure; {@link Placement.Unknown} is one.
 *
 * <p>What was surely not sent is {@link VendorUnavailableException}, from both. What may have been
 * sent is {@link Placement.Unknown}, from {@code place}. The catalogue is passed through.
 */
public final class ResilientVendor implements Vendor {
  private static final int CALLS_WATCHED = 10;
  private static final int FAILURES_TOLERATED_PERCENT = 50;
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Vendor vendor;
  private final CircuitBreaker breaker;
  private final TimeLimiter limiter;
  private final ExecutorService threads;

  private ResilientVendor(
      Vendor vendor, CircuitBreaker breaker, TimeLimiter limiter, ExecutorService threads) {
    this.vendor = vendor;
    this.breaker = breaker;
    this.limiter = limiter;
    this.threads = threads;
  }

  /**
   * Half of the last 10 calls failing, counted from the fifth, closes the vendor off for 30
   * seconds.
   *
   * @param timeLimit of one call, more than zero
   * @param threads where the calls run; each call holds one, at most a little longer than the limit
   */
  public static ResilientVendor around(
      Vendor vendor, Duration timeLimit, Clock clock, ExecutorService threads) {
    CircuitBreakerConfig config =
        CircuitBreakerConfig.custom()
            .slidingWindowSize(CALLS_WATCHED)
            .minimumNumberOfCalls(CALLS_WATCHED / 2)
            .failureRateThreshold(FAILURES_TOLERATED_PERCENT)
            .waitDurationInOpenState(PAUSE)
            .permittedNumberOfCallsInHalfOpenState(1)
            .recordResult(Placement.Unknown.class::isInstance)
            .clock(clock)
            .build();
    CircuitBreaker breaker = CircuitBreaker.of(vendor.id().name(), config);
    return new ResilientVendor(vendor, breaker, TimeLimiter.of(timeLimit), threads);
  }

  @Override
  public VendorId id() {
    return vendor.id();
  }

  @Override
  public Payee payee() {
    return vendor.payee();
  }

  @Override
  public Currency currency() {
    return vendor.currency();
  }

  @Override
  public Catalogue catalogue() {
    return vendor.catalogue();
  }

  /**
   * Prices these items now.
   *
   * @throws VendorUnavailableException when it fails, takes too long, or has failed too often
   */
  @Override
  public Quote quote(List<WantedItem> items) {
    try {
      return limited(() -> vendor.quote(items));
    } catch (VendorUnavailableException e) {
      throw e;
    } catch (Exception e) {
      throw new VendorUnavailableException(id(), interruptedAgain(e));
    }
  }

  /**
   * Orders. Unknown when the vendor took too long or failed in a way it does not itself account
   * for.
   *
   * @throws VendorUnavailableException when nothing was sent: it has failed too often, no thread
   *     was free, or the vendor says so
   */
  @Override
  public Placement place(VendorOrder order) {
    try {
      return limited(() -> vendor.place(order));
    } catch (VendorUnavailableException e) {
      throw e;
    } catch (Exception e) {
      return new Placement.Unknown(
          "no answer from %s: %s".formatted(id(), interruptedAgain(e).getClass().getSimpleName()));
    }
  }

  private <T> T limited(Callable<T> call) throws Exception {
    try {
      return breaker.executeCallable(() -> limiter.executeFutureSupplier(() -> submit(call)));
    } catch (CallNotPermittedException e) {
      throw new VendorUnavailableException(id(), e);
    }
  }

  /** A call that found no thread was not made. */
  private <T> Future<T> submit(Callable<T> call) {
    try {
      return threads.submit(call);
    } catch (RejectedExecutionException e) {
      throw new VendorUnavailableException(id(), e);
    }
  }

  private static Exception interruptedAgain(Exception e) {
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return e;
  }
}
