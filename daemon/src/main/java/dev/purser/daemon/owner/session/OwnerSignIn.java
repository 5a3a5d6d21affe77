package dev.purser.daemon.owner.session;

import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.confirmation.ProofGuard;
import dev.purser.daemon.confirmation.ProofResult;
import dev.purser.daemon.confirmation.ProofWays;
import dev.purser.daemon.ledger.Books;
import dev.purser.daemon.listeners.Role;
import dev.purser.daemon.passkeys.Assertion;
import dev.purser.daemon.passkeys.Matter;
import dev.purser.daemon.passkeys.Passkey;
import dev.purser.daemon.passkeys.Passkeys;
import dev.purser.daemon.passkeys.SignIns;
import dev.purser.daemon.passkeys.Signatures;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Proves that it is the owner who wants in, as for an order: by a passkey, else the passphrase. */
public final class OwnerSignIn {
  private static final Logger LOG = LoggerFactory.getLogger(OwnerSignIn.class);
  private static final String OWNER = "owner";
  private static final Matter MATTER = Matter.signIn();

  private final ProofGuard guard;
  private final SignIns signIns;
  private final Passkeys passkeys;
  private final Books books;
  private final Set<String> owners;
  private final Set<String> finance;

  /**
   * Signs owners in.
   *
   * @param guard stands before the passphrase
   * @param owners who has the owner's role
   * @param finance who has finance's, and so sees its pages in the same session
   */
  public OwnerSignIn(
      ProofGuard guard,
      SignIns signIns,
      Passkeys passkeys,
      Books books,
      Set<String> owners,
      Set<String> finance) {
    this.guard = guard;
    this.signIns = signIns;
    this.passkeys = passkeys;
    this.books = books;
    this.owners = Set.copyOf(owners);
    this.finance = Set.copyOf(finance);
  }

  ProofWays ways() {
    return guard.ways();
  }

  /** A question for the owner's passkeys; empty when there is none. */
  Optional<SignIns.Question> ask() {
    return signIns.ask();
  }

  /** Whether the passphrase is right, and counts; wrong ones are counted. */
  ProofResult check(ProofAttempt.Typed passphrase) {
    return guard.check(MATTER, passphrase);
  }

  /**
   * The session of who has typed the right passphrase; on record.
   *
   * @param from the address that the browser has, as far as the door knows
   */
  Session admit(String from) {
    return opened(
        Session.ofPassphrase(OWNER, Set.of(Role.OWNER, Role.FINANCE)), "passphrase", from);
  }

  /**
   * The session of who has signed the question; on record. Empty when the signature does not hold.
   */
  Optional<Session> admit(String nonce, Assertion assertion, String from) {
    return signIns
        .check(nonce, assertion)
        .match(
            holds -> Optional.of(opened(sessionOf(holds), "passkey", from)),
            fails -> {
              // Anybody may try, and must not fill the disk.
              LOG.debug("Not signed in: {}", fails.why());
              return Optional.empty();
            });
  }

  /**
   * Whether what opened it would open it again: a passkey that was not revoked, of somebody who is
   * an owner still; the passphrase while it counts.
   */
  public boolean isStillGood(Session session) {
    return session
        .passkey()
        .map(id -> passkeys.active().stream().anyMatch(known -> isOwners(known, id)))
        .orElseGet(() -> !session.is(Role.OWNER) || ways().passphrase());
  }

  private boolean isOwners(Passkey known, String id) {
    return known.id().equals(id) && owners.contains(known.person());
  }

  private Session sessionOf(Signatures.Holds signed) {
    Set<Role> roles =
        finance.contains(signed.person()) ? Set.of(Role.OWNER, Role.FINANCE) : Set.of(Role.OWNER);
    return new Session(signed.person(), roles, Optional.of(signed.yes().passkeyId()));
  }

  private Session opened(Session session, String by, String from) {
    Map<String, String> facts = Map.of("by", by, "from", from);
    return books.change(
        open -> {
          open.record(AuditEntry.of("session.opened", "user:" + session.person(), facts));
          return session;
        });
  }
}
