package dev.purser.daemon.listeners;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Lets each agent's requests through at its own rate, and only some of them at once. */
final class Turnstile {
  private static final int SECONDS_UNTIL_ANOTHER_IS_DONE = 1;

  /**
   * Who has just heard its answer may ask again at once, though the last of it is still being
   * cleared away; so few threads wait so shortly that nobody else notices.
   */
  private static final Duration A_MOMENT = Duration.ofMillis(200);

  private final AgentLimits limits;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

  Turnstile(AgentLimits limits) {
    this.limits = limits;
  }

  private record Lane(Bulkhead bulkhead, RateLimiter rate) {}

  /**
   * Counts a request in; {@link #leave} must follow if it may.
   *
   * @param who one of the policy's names: there is a lane for each, for good
   * @return empty if it may, else the seconds after which to try again
   */
  OptionalInt enter(String who) {
    Lane lane = lanes.computeIfAbsent(who, this::lane);
    if (!lane.bulkhead().tryAcquirePermission()) {
      return OptionalInt.of(SECONDS_UNTIL_ANOTHER_IS_DONE);
    }
    if (!lane.rate().acquirePermission()) {
      lane.bulkhead().releasePermission();
      return OptionalInt.of(Math.toIntExact(refill().plusMillis(999).toSeconds()));
    }
    return OptionalInt.empty();
  }

  void leave(String who) {
    lanes.computeIfAbsent(who, this::lane).bulkhead().onComplete();
  }

  private Lane lane(String who) {
    return new Lane(
        Bulkhead.of(
            who,
            BulkheadConfig.custom()
                .maxConcurrentCalls(limits.concurrentRequests())
                .maxWaitDuration(A_MOMENT)
                .build()),
        RateLimiter.of(
            who,
            RateLimiterConfig.custom()
                .limitForPeriod(limits.burst())
                .limitRefreshPeriod(refill())
                .timeoutDuration(Duration.ZERO)
                .build()));
  }

  /** As many as may come at once are granted anew as often as the rate allows. */
  private Duration refill() {
    return Duration.ofMinutes(limits.burst()).dividedBy(limits.requestsPerMinute());
  }
}
