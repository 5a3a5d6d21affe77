package dev.purser.daemon.purchasing;

import dev.purser.budgets.Money;
import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.confirmation.ConfirmedOrder;
import dev.purser.daemon.confirmation.Mandates;
import dev.purser.daemon.ledger.Books;
import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.orders.OpenOrders;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.orders.Orders;
import dev.purser.daemon.payments.PaymentGateway;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Gives captured money back. One refund of an order at a time, each with a number of its own. */
final class Refunds {
  private static final Set<OrderState> REFUNDABLE =
      Set.of(OrderState.PAID, OrderState.PARTLY_REFUNDED);

  private final Orders orders;
  private final Mandates mandates;
  private final Settlements settlements;
  private final PaymentGateway gateway;
  private final Books books;

  Refunds(
      Orders orders,
      Mandates mandates,
      Settlements settlements,
      PaymentGateway gateway,
      Books books) {
    this.orders = orders;
    this.mandates = mandates;
    this.settlements = settlements;
    this.gateway = gateway;
    this.books = books;
  }

  /** What is left of what was captured; empty when nothing is, or a refund is under way. */
  Optional<Money> refundable(UUID id) {
    return orders
        .find(id)
        .filter(order -> REFUNDABLE.contains(order.state()))
        .flatMap(
            order ->
                settlements
                    .find(id)
                    .filter(settlement -> settlement.refundAsked() == 0)
                    .map(settlement -> left(order, settlement)))
        .filter(left -> left.minor() > 0);
  }

  private static Money left(Order order, Settlement settlement) {
    return new Money(
        order.requisition().currency(),
        Math.subtractExact(settlement.captured(), settlement.refunded()));
  }

  /**
   * Begins a refund and asks the rail.
   *
   * @param amount more than nothing
   * @param who the operator, for the audit trail
   */
  RefundOutcome refund(UUID id, Money amount, String who) {
    Order order = orders.find(id).orElseThrow();
    boolean possible =
        REFUNDABLE.contains(order.state())
            && amount.currency().equals(order.requisition().currency())
            && amount.minor() > 0
            && books.change(open -> announce(open, order, amount, who));
    return possible ? settle(order) : RefundOutcome.NOT_POSSIBLE;
  }

  /** Asks again after refunds of which nothing is known yet. */
  void settleDue(Clock clock) {
    for (UUID id : settlements.due(clock)) {
      Order order = orders.find(id).orElseThrow();
      if (REFUNDABLE.contains(order.state())) {
        settle(order);
      }
    }
  }

  private static boolean announce(OpenBooks open, Order order, Money amount, String who) {
    boolean begun =
        open.dao(SettlementsDao.class).askRefund(order.id(), amount.minor(), open.now());
    if (begun) {
      open.record(
          AuditEntry.of(
              "refund.announced", order.id(), "user:" + who, Map.of("amount", amount.toString())));
    }
    return begun;
  }

  private RefundOutcome settle(Order order) {
    Settlement settlement = settlements.find(order.id()).orElseThrow();
    if (settlement.refundAsked() == 0) {
      return RefundOutcome.UNDER_WAY;
    }
    ConfirmedOrder confirmed = mandates.confirmed(order).orElseThrow();
    Money asked = new Money(order.requisition().currency(), settlement.refundAsked());
    return gateway
        .refund(confirmed, settlement.reference(), asked, settlement.refunds())
        .match(
            done -> books.change(open -> done(open, settlement, asked)),
            refused -> books.change(open -> refused(open, settlement, refused.reason())),
            notReached -> books.change(open -> later(open, settlement)),
            unknown -> books.change(open -> later(open, settlement)));
  }

  /** The order is read anew: another refund may have moved it since this one was begun. */
  private static RefundOutcome done(OpenBooks open, Settlement settlement, Money refunded) {
    UUID id = settlement.orderId();
    if (!open.dao(SettlementsDao.class).endRefund(id, settlement.refunds(), refunded.minor())) {
      return RefundOutcome.UNDER_WAY;
    }
    OpenOrders orders = new OpenOrders(open);
    boolean all = Math.addExact(settlement.refunded(), refunded.minor()) == settlement.captured();
    orders.move(
        id,
        orders.find(id).orElseThrow().state(),
        all ? OrderState.REFUNDED : OrderState.PARTLY_REFUNDED,
        OpenOrders.Cause.of("daemon").with("amount", refunded.toString()));
    open.ledger().refund(id, refunded);
    return RefundOutcome.REFUNDED;
  }

  private static RefundOutcome refused(OpenBooks open, Settlement settlement, String reason) {
    UUID id = settlement.orderId();
    if (!open.dao(SettlementsDao.class).endRefund(id, settlement.refunds(), 0)) {
      return RefundOutcome.UNDER_WAY;
    }
    open.record(AuditEntry.of("refund.refused", id, "daemon", Map.of("reason", reason)));
    return RefundOutcome.REFUSED;
  }

  private static RefundOutcome later(OpenBooks open, Settlement settlement) {
    int attempts = settlement.attempts() + 1;
    open.dao(SettlementsDao.class)
        .schedule(
            settlement.orderId(), null, attempts, open.now().plus(Settlements.pause(attempts)));
    return RefundOutcome.UNDER_WAY;
  }
}
