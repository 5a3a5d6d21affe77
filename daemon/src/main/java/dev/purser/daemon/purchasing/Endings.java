package dev.purser.daemon.purchasing;

import dev.purser.daemon.agents.OpenAgents;
import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.orders.OpenOrders;
import dev.purser.daemon.orders.OrderState;
import java.util.List;
import java.util.UUID;

/** Orders that end without money moved: their budget is given back, exactly once. */
final class Endings {
  private static final OpenOrders.Cause NO_ANSWER =
      OpenOrders.Cause.because("daemon", "No answer came in time.");
  private static final OpenOrders.Cause AGENT_EXPIRED =
      OpenOrders.Cause.because("daemon", "The agent's time is over.");

  private Endings() {}

  /** Ends the order and releases what it holds; false when it was no longer in that state. */
  static boolean end(
      OpenBooks open, UUID order, OrderState from, OrderState to, OpenOrders.Cause cause) {
    boolean ended = new OpenOrders(open).move(order, from, to, cause);
    if (ended) {
      open.ledger().release(order);
    }
    return ended;
  }

  /** Ends orders that nobody can answer any more, so that the next verdict counts on it. */
  static int expireOverdue(OpenBooks open) {
    return end(open, new OpenOrders(open).overdue(), OrderState.EXPIRED, NO_ANSWER)
        + end(open, new OpenAgents(open).waitingOfExpired(), OrderState.EXPIRED, AGENT_EXPIRED);
  }

  /**
   * Ends all that an agent has asked of the owner.
   *
   * @param why what became of the agent, such as {@code was revoked}
   */
  static int endAllOf(OpenBooks open, String agent, String actor, String why) {
    return end(
        open,
        new OpenOrders(open).waitingOf(agent),
        OrderState.DECLINED,
        OpenOrders.Cause.because(actor, "Declined: the agent " + why + "."));
  }

  private static int end(OpenBooks open, List<UUID> orders, OrderState to, OpenOrders.Cause cause) {
    int ended = 0;
    for (UUID order : orders) {
      ended += end(open, order, OrderState.AWAITING_CONFIRMATION, to, cause) ? 1 : 0;
    }
    return ended;
  }
}
