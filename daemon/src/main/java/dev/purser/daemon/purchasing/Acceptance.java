package dev.purser.daemon.purchasing;

import dev.purser.daemon.carts.Carts;
import dev.purser.daemon.confirmation.Mandate;
import dev.purser.daemon.confirmation.Mandates;
import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.orders.OpenOrders;
import dev.purser.daemon.orders.Order;
import java.time.Duration;
import java.util.Optional;

/** All that a yes does, in one decision. Whoever calls it knows that the yes is the owner's. */
final class Acceptance {
  private final Mandates mandates;
  private final Settlements settlements;

  Acceptance(Mandates mandates, Settlements settlements) {
    this.mandates = mandates;
    this.settlements = settlements;
  }

  /**
   * A yes.
   *
   * @param mandate the evidence, which is kept
   * @param actor for the audit trail
   * @param shownFor how long the owner saw the order; empty for a yes in advance
   */
  record Yes(Mandate mandate, String actor, Optional<Duration> shownFor) {}

  /**
   * Confirms the order.
   *
   * @return false when it no longer waits for exactly what the mandate says
   */
  boolean accept(OpenBooks open, Order order, Yes yes) {
    Mandate mandate = yes.mandate();
    OpenOrders.Cause cause =
        OpenOrders.Cause.of(yes.actor())
            .with("digest", mandate.digest())
            .with("proof", mandate.evidence().kind());
    OpenOrders orders = new OpenOrders(open);
    if (!orders.confirm(order.id(), mandate.digest(), yes.shownFor(), cause)) {
      return false;
    }
    mandates.keep(open, mandate);
    open.ledger().commit(order.id());
    settlements.begin(open, order.id());
    // An order that the owner made smaller is all that the owner wants of what was asked.
    Carts.takeOut(open, order.asked().agent(), orders.asProposed(order).requisition());
    return true;
  }
}
