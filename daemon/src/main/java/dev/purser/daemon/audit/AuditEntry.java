package dev.purser.daemon.audit;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One change of state, as it happens.
 *
 * @param type what happened, such as {@code order.proposed}
 * @param order the order it happened to, if any
 * @param actor who did it: {@code agent:NAME}, {@code owner}, {@code user:NAME} or {@code daemon}
 * @param data the facts; maps, lists, strings, booleans and small integers; never a secret
 */
public record AuditEntry(String type, Optional<UUID> order, String actor, Map<String, ?> data) {

  public static AuditEntry of(String type, UUID order, String actor, Map<String, ?> data) {
    return new AuditEntry(type, Optional.of(order), actor, data);
  }

  public static AuditEntry of(String type, String actor, Map<String, ?> data) {
    return new AuditEntry(type, Optional.empty(), actor, data);
  }
}
