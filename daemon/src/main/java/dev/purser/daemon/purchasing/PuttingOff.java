package dev.purser.daemon.purchasing;

import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.confirmation.Links;
import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.ledger.Books;
import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.notices.NoticeQueue;
import dev.purser.daemon.orders.OpenOrders;
import dev.purser.daemon.orders.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The owner's answer that is none yet. It prolongs nothing: an order expires when it would have.
 */
final class PuttingOff {
  private final Links links;
  private final Books books;
  private final NoticeQueue notices;

  PuttingOff(Links links, Books books, NoticeQueue notices) {
    this.links = links;
    this.books = books;
    this.notices = notices;
  }

  LaterOutcome later(Locator locator, Duration pause) {
    return links
        .order(locator)
        .map(
            id ->
                books.change(
                    open ->
                        new OpenOrders(open)
                            .find(id)
                            .filter(order -> order.isPendingAt(open.now()))
                            .map(order -> later(open, order, pause))
                            .orElseGet(LaterOutcome.NotPending::new)))
        .orElseGet(LaterOutcome.NotPending::new);
  }

  private LaterOutcome later(OpenBooks open, Order order, Duration pause) {
    Instant until = open.now().plus(pause);
    Instant expires = order.course().expiresAt();
    if (!until.isBefore(expires)) {
      return new LaterOutcome.BeyondExpiry(expires);
    }
    if (!notices.remind(open, order.id(), until)) {
      return new LaterOutcome.TooOften();
    }
    open.record(
        AuditEntry.of("notice.put-off", order.id(), "owner", Map.of("until", until.toString())));
    return new LaterOutcome.PutOff(until);
  }
}
