package dev.purser.daemon.owner.home;

import dev.purser.daemon.audit.AuditEvent;
import dev.purser.daemon.notices.words.ForeignText;
import dev.purser.daemon.notices.words.OwnerClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What happened to an order, from the audit trail and in the owner's words. */
public final class Timeline {
  private static final int MAX_TEXT = 280;

  /** Steps of the machinery, which say nothing that the next event does not. */
  private static final Set<String> LEFT_OUT =
      Set.of("challenge.issued", "link.issued", "settlement.step-announced", "proof.held");

  /** Whoever has the link can try: the trail calls them the owner, and nothing proves it. */
  private static final Set<String> BY_ANYBODY =
      Set.of("proof.attempted", "passkey.refused", "passkey.counter-refused");

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("order.proposed", "Proposed"),
          Map.entry("order.denied", "Refused by your policy"),
          Map.entry("notice.sent", "You were told"),
          Map.entry("proof.attempted", "A passphrase was typed"),
          Map.entry("passkey.refused", "A passkey's signature was refused"),
          Map.entry("passkey.counter-refused", "A passkey's signature came twice, and was refused"),
          Map.entry("order.confirmed", "Confirmed"),
          Map.entry("order.declined", "Declined"),
          Map.entry("order.expired", "Ended without an answer"),
          Map.entry("order.undone", "Undone"),
          Map.entry("order.authorized", "The money was reserved"),
          Map.entry("order.placed", "The vendor took the order"),
          Map.entry("order.paid", "Paid"),
          Map.entry("order.failed", "Failed"),
          Map.entry("order.in_doubt", "The outcome of a step is not known"),
          Map.entry("settlement.step-postponed", "A step did not go through; it is tried again"),
          Map.entry("refund.announced", "A refund was asked for"),
          Map.entry("refund.refused", "The refund was refused"),
          Map.entry("order.partly_refunded", "A part came back"),
          Map.entry("order.refunded", "All came back"));

  private Timeline() {}

  /**
   * One event.
   *
   * @param who in words; empty for the daemon
   * @param detail an amount, or a sentence of how it ended
   */
  public record Entry(String at, String what, Optional<String> who, Optional<String> detail) {}

  static List<Entry> of(List<AuditEvent> story, OwnerClock clock) {
    return story.stream()
        .map(AuditEvent::fields)
        .filter(fields -> !LEFT_OUT.contains(text(fields, "type")))
        .map(fields -> entry(fields, clock))
        .toList();
  }

  private static Entry entry(Map<String, Object> fields, OwnerClock clock) {
    String type = text(fields, "type");
    return new Entry(
        clock.exact(Instant.parse(text(fields, "at"))),
        WORDS.getOrDefault(type, type.replaceAll("[._-]", " ")),
        BY_ANYBODY.contains(type) ? Optional.empty() : who(text(fields, "actor")),
        detail(fields));
  }

  private static Optional<String> who(String actor) {
    if (actor.equals("daemon")) {
      return Optional.empty();
    }
    return Optional.of(
        actor.equals("owner") ? "you" : shown(actor.replaceFirst("^(agent|user):", "")));
  }

  private static Optional<String> detail(Map<String, Object> fields) {
    if (!(fields.get("data") instanceof Map<?, ?> data)) {
      return Optional.empty();
    }
    return Optional.ofNullable(data.get("outcome"))
        .or(() -> Optional.ofNullable(data.get("amount")))
        .or(() -> Optional.ofNullable(data.get("reason")))
        .map(detail -> shown(detail.toString()));
  }

  private static String shown(String text) {
    return ForeignText.ON_PAGES.show(text, MAX_TEXT);
  }

  private static String text(Map<String, Object> fields, String name) {
    return String.valueOf(fields.get(name));
  }
}
