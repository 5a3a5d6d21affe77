package dev.purser.daemon.purchasing;

import dev.purser.agentapi.ProblemCode;
import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.orders.OpenOrders;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.orders.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps an agent that does not listen from filling the books: the same answer again within a while
 * is the same order, and an hour has room for so many that are denied, or that somebody declines:
 * whoever reads the owner's letters can do that.
 */
final class Denials {
  private static final Duration WHILE = Duration.ofMinutes(10);
  private static final Duration HOUR = Duration.ofHours(1);

  private final int perHour;

  /**
   * A bound on the noes that each agent hears.
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

  /**
   * Throws {@code too-many-requests} where the agent has heard a no often enough of late. What
   * would be denied adds to the books alone, what passes to the owner's letters: so the policy's
   * own denials keep nobody from proposing something better, the owner's do.
   */
  void requireRoom(OpenBooks open, Order next) {
    Set<OrderState> noes =
        next.state() == OrderState.DENIED
            ? EnumSet.of(OrderState.DENIED, OrderState.DECLINED)
            : EnumSet.of(OrderState.DECLINED);
    new OpenOrders(open)
        .nthLast(next.asked().agent(), noes, perHour, open.now().minus(HOUR))
        .ifPresent(
            oldest -> {
              throw tooMany(open.now(), oldest.plus(HOUR));
            });
  }

  private RuntimeException tooMany(Instant now, Instant roomAgain) {
    return ProblemCode.TOO_MANY_REQUESTS.until(
        Math.toIntExact(Math.max(1, Duration.between(now, roomAgain).toSeconds() + 1)),
        ("%d proposals of this agent were denied or declined within an hour; no more are taken for"
                + " now. Read why before you propose again.")
            .formatted(perHour));
  }
}
