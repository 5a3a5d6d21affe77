package dev.purser.daemon.purchasing;

import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.notices.News;
import dev.purser.daemon.notices.NoticeQueue;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.standing.OpenStanding;
import dev.purser.daemon.standing.StandingMandate;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What the owner is told of standing mandates, in the decision that made the news. */
final class StandingNotices {
  private final NoticeQueue queue;
  private final Duration undoWindow;

  StandingNotices(NoticeQueue queue, Duration undoWindow) {
    this.queue = queue;
    this.undoWindow = undoWindow;
  }

  /** An order was confirmed without asking. */
  void used(OpenBooks open, StandingMandate mandate, Order order) {
    queue.add(
        open,
        order.id(),
        new News.BoughtUnderMandate(mandate.id().toString(), open.now().plus(undoWindow)));
  }

  /** Suspends a mandate and says so, by the order that has brought it about or was its last. */
  void suspend(OpenBooks open, StandingMandate mandate, String why, Optional<UUID> order) {
    OpenStanding standing = new OpenStanding(open);
    if (standing.suspend(mandate, why)) {
      order
          .or(() -> standing.lastOrder(mandate))
          .ifPresent(about -> queue.add(open, about, new News.MandateSuspended(why)));
    }
  }
}
