package dev.purser.daemon.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One link of the chain.
 *
 * @param seq 1, 2, 3, … without a gap
 * @param body canonical JSON of all the event says, the hash before it included
 * @param hash SHA-256 of the body, in hexadecimal
 */
public record AuditEvent(long seq, Optional<UUID> order, String body, String hash) {
  /** What the first event names as the hash before it. */
  static final String GENESIS = "0".repeat(64);

  static AuditEvent next(AuditHead head, AuditEntry entry, Instant at) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("seq", Long.toString(head.length() + 1));
    fields.put("at", at.toString());
    fields.put("type", entry.type());
    entry.order().ifPresent(order -> fields.put("order", order.toString()));
    fields.put("actor", entry.actor());
    fields.put("data", entry.data());
    fields.put("previous", head.hash());
    String body = CanonicalJson.write(fields);
    return new AuditEvent(head.length() + 1, entry.order(), body, CanonicalJson.sha256(body));
  }

  /** The body's fields: seq, at, type, order, actor, data, previous. */
  public Map<String, Object> fields() {
    return CanonicalJson.read(body);
  }
}
