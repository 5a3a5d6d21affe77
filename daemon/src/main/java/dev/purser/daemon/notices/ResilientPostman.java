package dev.purser.daemon.notices;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;

/**
 * Leaves a channel that keeps failing alone for a while, so that a letter does not wait for its
 * time-out before it goes by the next one.
 */
public final class ResilientPostman implements Postman {
  private final Postman postman;
  private final CircuitBreaker breaker;

  public ResilientPostman(Postman postman, Clock clock) {
    this.postman = postman;
    this.breaker = CircuitBreaker.of(postman.channel(), config(clock));
  }

  /** Opens when 3 of the last 5 letters failed, and tries again with one after a minute. */
  private static CircuitBreakerConfig config(Clock clock) {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(5)
        .minimumNumberOfCalls(3)
        .failureRateThreshold(60)
        .permittedNumberOfCallsInHalfOpenState(1)
        .waitDurationInOpenState(Duration.ofMinutes(1))
        .clock(clock)
        .build();
  }

  @Override
  public String channel() {
    return postman.channel();
  }

  @Override
  public void deliver(Letter letter) throws UndeliveredException {
    try {
      breaker.executeCheckedSupplier(
          () -> {
            postman.deliver(letter);
            return letter;
          });
    } catch (CallNotPermittedException e) {
      throw new UndeliveredException("it failed several times and is left alone for a minute");
    } catch (UndeliveredException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new UndeliveredException("it broke", e);
    }
  }
}
