package dev.purser.daemon.notices;

import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.orders.OrderSheet;
import java.util.Map;

/** A notice with what it is about. */
record Told(NoticesDao.Waiting waiting, News news, OrderSheet sheet) {

  /** Records that the channel took it. */
  void sent(OpenBooks open, String channel) {
    open.record(
        AuditEntry.of(
            "notice.sent",
            sheet.order(),
            "daemon",
            Map.of("kind", news.slug(), "channel", channel)));
    open.dao(NoticesDao.class).sent(waiting.id(), open.now());
  }
}
