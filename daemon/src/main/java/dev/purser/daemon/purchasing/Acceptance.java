package dev.purser.daemon.purchasing;

import dev.purser.daemon.carts.Carts;
import dev.purser.daemon.confirmation.Mandate;
import dev.purser.daemon.confirmation.Mandates;
import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.orders.OpenOrders;
import dev.purser.daemon.orders.Order;

/** All that a yes does, in one decision. Whoever calls it knows that the yes is the owner's. */
final class Acceptance {
  private final Mandates mandates;
  private final Settlements settlements;

  Acceptance(Mandates mandates, Settlements settlements) {
    this.mandates = mandates;
    this.settlements = settlements;
  }

  /**
   * Confirms the order.
   *
   * @param mandate the evidence, which is kept
   * @param actor for the audit trail
   * @return false when it no longer waits for exactly what the mandate says
   */
  boolean accept(OpenBooks open, Order order, Mandate mandate, String actor) {
    OpenOrders.Cause cause =
        OpenOrders.Cause.of(actor)
            .with("digest", mandate.digest())
            .with("proof", mandate.evidence().kind());
    if (!new OpenOrders(open).confirm(order.id(), mandate.digest(), cause)) {
      return false;
    }
    mandates.keep(open, mandate);
    open.ledger().commit(order.id());
    settlements.begin(open, order.id());
    Carts.takeOut(open, order.asked().agent(), order.requisition());
    return true;
  }
}
