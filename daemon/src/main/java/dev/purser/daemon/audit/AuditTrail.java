package dev.purser.daemon.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The end of the chain, held for the length of one transaction. Taking it locks the head row, so
 * that several daemons on one database write one history.
 */
public final class AuditTrail {
  private final AuditDao dao;
  private final List<AuditEvent> events = new ArrayList<>();
  private final AuditHead start;
  private AuditHead head;

  private AuditTrail(AuditDao dao) {
    this.dao = dao;
    this.start = dao.lockHead();
    this.head = start;
  }

  /** Takes the end of the chain; the handle is in a transaction. */
  public static AuditTrail lock(Handle handle) {
    return new AuditTrail(handle.attach(AuditDao.class));
  }

  public void append(AuditEntry entry, Instant at) {
    AuditEvent event = AuditEvent.next(head, entry, at);
    events.add(event);
    head = new AuditHead(event.seq(), event.hash());
  }

  /** Where the chain ends now. */
  public AuditHead head() {
    return head;
  }

  /** A point to come back to with {@link #rollbackTo}. */
  public int mark() {
    return events.size();
  }

  /** Forgets what was appended after the mark. */
  public void rollbackTo(int mark) {
    events.subList(mark, events.size()).clear();
    head =
        events.isEmpty()
            ? start
            : new AuditHead(events.get(mark - 1).seq(), events.get(mark - 1).hash());
  }

  /** Writes what was appended, before the transaction commits. */
  public void flush() {
    if (!events.isEmpty()) {
      dao.insert(events.stream().map(AuditEventRow::of).toList());
      dao.moveHead(head);
    }
  }
}
