package dev.purser.daemon.purchasing;

import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.orders.OpenOrders;
import dev.purser.daemon.orders.OrderState;
import java.util.UUID;

/** Orders that end without money moved: their budget is given back, exactly once. */
final class Endings {
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

  /** Ends orders whose owner did not answer in time, so that the next verdict counts on it. */
  static int expireOverdue(OpenBooks open) {
    int expired = 0;
    for (UUID order : new OpenOrders(open).overdue()) {
      boolean ended =
          end(
              open,
              order,
              OrderState.AWAITING_CONFIRMATION,
              OrderState.EXPIRED,
              OpenOrders.Cause.because("daemon", "No answer came in time."));
      expired += ended ? 1 : 0;
    }
    return expired;
  }
}
