package dev.purser.daemon.audit;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as its table keeps it. */
public record AuditEventRow(long seq, @Nullable UUID orderId, String body, String hash) {
  static AuditEventRow of(AuditEvent event) {
    return new AuditEventRow(event.seq(), event.order().orElse(null), event.body(), event.hash());
  }

  AuditEvent event() {
    return new AuditEvent(seq, Optional.ofNullable(orderId), body, hash);
  }
}
