package dev.purser.daemon.audit;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Reads the trail: one order's story, or the whole chain to check it. */
public final class AuditReader {
  private static final int PAGE = 1_000;

  private final Jdbi jdbi;

  public AuditReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** All that happened to the order, in order. */
  public List<AuditEvent> story(UUID order) {
    return jdbi.withExtension(AuditDao.class, dao -> dao.ofOrder(order)).stream()
        .map(AuditEventRow::event)
        .toList();
  }

  /** The hash of the event with this number, as it is stored; empty when there is none. */
  public Optional<String> hashOf(long event) {
    return event == 0
        ? Optional.of(AuditEvent.GENESIS)
        : jdbi.withExtension(AuditDao.class, dao -> dao.hashOf(event));
  }

  /**
   * Recomputes every hash from the first event on. Head and events are of one moment: with less
   * than serializable, H2 takes each table as it is when first asked for, and the trail may have
   * grown by then.
   */
  public AuditReport verify() {
    return jdbi.inTransaction(TransactionIsolationLevel.SERIALIZABLE, this::verifyChain);
  }

  private AuditReport verifyChain(Handle handle) {
    AuditDao dao = handle.attach(AuditDao.class);
    AuditHead recorded = dao.head();
    AuditHead reached = new AuditHead(0, AuditEvent.GENESIS);
    for (List<AuditEventRow> page = dao.after(0, PAGE);
        !page.isEmpty();
        page = dao.after(reached.length(), PAGE)) {
      for (AuditEventRow row : page) {
        Optional<String> finding = fault(row.event(), reached);
        if (finding.isPresent()) {
          return new AuditReport.Broken(reached.length() + 1, finding.get());
        }
        reached = new AuditHead(row.seq(), row.hash());
      }
    }
    return ending(reached, recorded);
  }

  private static AuditReport ending(AuditHead reached, AuditHead recorded) {
    if (reached.length() != recorded.length()) {
      return new AuditReport.Broken(
          Math.min(reached.length(), recorded.length()) + 1,
          "the trail ends after %d events, but its head tells of %d"
              .formatted(reached.length(), recorded.length()));
    }
    return reached.hash().equals(recorded.hash())
        ? new AuditReport.Intact(reached.length(), reached.hash())
        : new AuditReport.Broken(
            reached.length(), "the head names another hash than the last event has");
  }

  private static Optional<String> fault(AuditEvent event, AuditHead before) {
    if (event.seq() != before.length() + 1) {
      return Optional.of("an event is missing: the next one is numbered " + event.seq());
    }
    if (!CanonicalJson.sha256(event.body()).equals(event.hash())) {
      return Optional.of("the event's text does not match its hash");
    }
    try {
      return misplaced(event, before, event.fields());
    } catch (UncheckedIOException e) {
      return Optional.of("the event's text is not JSON as it was written");
    }
  }

  private static Optional<String> misplaced(
      AuditEvent event, AuditHead before, Map<String, Object> fields) {
    if (!before.hash().equals(fields.get("previous"))) {
      return Optional.of("the event does not name the hash of the one before it");
    }
    if (!Long.toString(event.seq()).equals(fields.get("seq"))) {
      return Optional.of("the event's text has another number");
    }
    String order = event.order().map(UUID::toString).orElse(null);
    return Objects.equals(order, fields.get("order"))
        ? Optional.empty()
        : Optional.of("the event is filed under another order than its text names");
  }
}
