package dev.purser.daemon.purchasing;

import dev.purser.budgets.Violation;
import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.ledger.Books;
import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.notices.News;
import dev.purser.daemon.orders.OpenOrders;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.orders.OrderState;
import dev.purser.vendors.VendorUnavailableException;
import java.util.List;
import java.util.Optional;

/**
 * The owner takes less than an agent asked for. That is no yes: the order ends, and a smaller one
 * takes its place in the same decision, to be signed as it is. It needs no proof, as declining
 * needs none.
 */
final class Narrowing {
  private static final OpenOrders.Cause ASKED_FOR_LESS =
      OpenOrders.Cause.because(
          "owner",
          "You asked for less. A smaller order has taken its place, with a letter of its own.");

  private final Confirmations.Desk desk;
  private final Quoting quoting;
  private final Proposing proposing;
  private final Books books;

  Narrowing(Confirmations.Desk desk, Quoting quoting, Proposing proposing, Books books) {
    this.desk = desk;
    this.quoting = quoting;
    this.proposing = proposing;
    this.books = books;
  }

  NarrowOutcome narrow(Locator locator, Less less) {
    return desk.order(locator)
        .filter(order -> order.isPendingAt(desk.clock().instant()))
        .filter(order -> order.digest().equals(less.digest()))
        .map(order -> narrow(order, less))
        .orElseGet(NarrowOutcome.NotPending::new);
  }

  private NarrowOutcome narrow(Order order, Less less) {
    if (less.isNothing()) {
      return new NarrowOutcome.NothingLeft();
    }
    if (!less.isLessThan(order.requisition())) {
      return new NarrowOutcome.NotLess();
    }
    return quoted(order, less)
        .map(now -> books.change(open -> decide(open, order, now)))
        .orElseGet(NarrowOutcome.VendorSilent::new);
  }

  /** Charges may be others; things and quantities may not. Outside any decision. */
  private Optional<QuotedRequisition> quoted(Order order, Less less) {
    try {
      return quoting
          .quoteLess(order.requisition(), less)
          .filter(now -> !now.unobtainable().isEmpty() || less.isExactly(now.requisition()));
    } catch (VendorUnavailableException e) {
      return Optional.empty();
    }
  }

  private NarrowOutcome decide(OpenBooks open, Order order, QuotedRequisition now) {
    if (!order.isPendingAt(open.now())) {
      Endings.expireOverdue(open);
      return new NarrowOutcome.NotPending();
    }
    boolean ended =
        Endings.end(
            open, order.id(), OrderState.AWAITING_CONFIRMATION, OrderState.EXPIRED, ASKED_FOR_LESS);
    return ended ? replace(open, order, now) : new NarrowOutcome.NotPending();
  }

  /** As the same request, so that its agent finds it; and no later than the owner had time. */
  private NarrowOutcome replace(OpenBooks open, Order order, QuotedRequisition now) {
    Order.Asked asked =
        new Order.Asked(
            order.asked().agent(),
            order.asked().contentKey(),
            order.asked().reason(),
            Optional.of(order.id()));
    Proposing.Asking asking = new Proposing.Asking(new News.Proposed(), order.course().expiresAt());
    Proposing.Proposed next = proposing.propose(open, asked, now, asking);
    List<Violation> violations = next.violations();
    return violations.isEmpty()
        ? new NarrowOutcome.Narrowed(desk.links().issue(open, next.order().id()))
        : new NarrowOutcome.NoLongerPossible(violations);
  }
}
