package dev.purser.daemon.passkeys;

import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.ledger.OpenBooks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The passkeys that count. Read at each question, so that a revoked one proves nothing more. */
public final class Passkeys {
  private final Jdbi jdbi;

  public Passkeys(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** All that were ever enrolled, the oldest first. */
  public List<Passkey> all() {
    return jdbi.withExtension(PasskeysDao.class, PasskeysDao::all).stream()
        .map(PasskeysDao.Row::passkey)
        .toList();
  }

  /** Those that are not revoked. */
  public List<Passkey> active() {
    return all().stream().filter(each -> each.revokedAt().isEmpty()).toList();
  }

  /** The passkey with this credential id, revoked or not. */
  public Optional<Passkey> find(String credentialId) {
    return jdbi.withExtension(PasskeysDao.class, dao -> dao.find(credentialId))
        .map(PasskeysDao.Row::passkey);
  }

  /** The same inside a decision. */
  static Optional<Passkey> find(OpenBooks open, String credentialId) {
    return open.dao(PasskeysDao.class).find(credentialId).map(PasskeysDao.Row::passkey);
  }

  /**
   * Takes note of an authenticator's counter. One that has not moved on is a copy's, or an old
   * signature: it is recorded and does not count.
   *
   * @return whether it has moved on, and the passkey is not revoked
   */
  static boolean countOn(OpenBooks open, Passkey passkey, Optional<UUID> order, long counter) {
    boolean moved = open.dao(PasskeysDao.class).countOn(passkey.id(), counter);
    if (!moved) {
      open.record(
          new AuditEntry(
              "passkey.counter-refused",
              order,
              "owner",
              Map.of("passkey", passkey.id(), "counter", Long.toString(counter))));
    }
    return moved;
  }
}
