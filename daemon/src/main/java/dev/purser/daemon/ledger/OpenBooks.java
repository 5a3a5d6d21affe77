package dev.purser.daemon.ledger;

import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.audit.AuditTrail;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The books while a decision is being made: one transaction, one moment. */
public final class OpenBooks {
  private final Handle handle;
  private final AuditTrail trail;
  private final Instant now;

  OpenBooks(Handle handle, AuditTrail trail, Instant now) {
    this.handle = handle;
    this.trail = trail;
    this.now = now;
  }

  /** Statements of a feature's own tables, inside this transaction. */
  public <D> D dao(Class<D> type) {
    return handle.attach(type);
  }

  /** The moment of the decision, in microseconds, as the database keeps it. */
  public Instant now() {
    return now;
  }

  /** Adds an event to the audit trail, in this transaction. */
  public void record(AuditEntry entry) {
    trail.append(entry, now);
  }

  /** Holds and balances. */
  public Ledger ledger() {
    return new Ledger(handle.attach(LedgerDao.class), now);
  }
}
