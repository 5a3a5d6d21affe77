package dev.purser.daemon.purchasing;

import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.notices.Notice;
import dev.purser.daemon.notices.NoticeQueue;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.standing.OpenStanding;
import dev.purser.daemon.standing.StandingMandate;
import java.util.Optional;
import java.util.UUID;

/** What the owner is told of standing mandates, in the decision that made the news. */
final class StandingNotices {
  private final NoticeQueue queue;

  StandingNotices(NoticeQueue queue) {
    this.queue = queue;
  }

  /** An order was confirmed without asking. */
  void used(OpenBooks open, Order order) {
    queue.add(open, order.id(), Notice.Kind.STANDING_USED);
  }

  /** Suspends a mandate and says so, by the order that has brought it about or was its last. */
  void suspend(OpenBooks open, StandingMandate mandate, String why, Optional<UUID> order) {
    OpenStanding standing = new OpenStanding(open);
    if (standing.suspend(mandate, why)) {
      order
          .or(() -> standing.lastOrder(mandate))
          .ifPresent(about -> queue.add(open, about, Notice.Kind.STANDING_SUSPENDED));
    }
  }
}
