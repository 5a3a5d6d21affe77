package dev.purser.daemon.purchasing;

import dev.purser.agentapi.ProblemCode;
import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.orders.OpenOrders;
import dev.purser.daemon.orders.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps an agent that does not listen from filling the books: the same answer again within a while
 * is the same order, and an hour has room for so many denied ones.
 */
final class Denials {
  private static final Duration WHILE = Duration.ofMinutes(10);
  private static final Duration HOUR = Duration.ofHours(1);

  private final int perHour;

  /**
   * A bound on each agent's denials.
   *
   * @param perHour how many are kept in any hour, 1 or more
   */
  Denials(int perHour) {
    this.perHour = perHour;
  }

  /** An order that was denied a while ago, of the same lines, prices and policy, for the same. */
  Optional<Order> sameAs(OpenBooks open, Order denied) {
    return new OpenOrders(open)
        .lastDenied(denied.asked().agent(), denied.asked().contentKey(), open.now().minus(WHILE))
        .filter(before -> before.digest().equals(denied.digest()))
        .filter(before -> before.course().violations().equals(denied.course().violations()));
  }

  /** Throws {@code too-many-requests} where the agent has been denied often enough of late. */
  void requireRoom(OpenBooks open, String agent) {
    new OpenOrders(open)
        .nthLastDenial(agent, perHour, open.now().minus(HOUR))
        .ifPresent(
            oldest -> {
              throw tooMany(open.now(), oldest.plus(HOUR));
            });
  }

  private RuntimeException tooMany(Instant now, Instant roomAgain) {
    return ProblemCode.TOO_MANY_REQUESTS.until(
        Math.toIntExact(Math.max(1, Duration.between(now, roomAgain).toSeconds() + 1)),
        ("%d proposals of this agent were denied within an hour; no more are taken for now. Read"
                + " their violations before you propose again.")
            .formatted(perHour));
  }
}
