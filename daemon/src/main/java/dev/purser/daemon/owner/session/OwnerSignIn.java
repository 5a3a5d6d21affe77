package dev.purser.daemon.owner.session;

import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.confirmation.Evidence;
import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.confirmation.ProofGuard;
import dev.purser.daemon.confirmation.ProofResult;
import dev.purser.daemon.confirmation.ProofWays;
import dev.purser.daemon.ledger.Books;
import dev.purser.daemon.listeners.Role;
import dev.purser.daemon.passkeys.Matter;
import dev.purser.daemon.passkeys.Passkey;
import dev.purser.daemon.passkeys.PasskeyRequest;
import dev.purser.daemon.passkeys.Passkeys;
import dev.purser.daemon.passkeys.SignedYes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Proves that it is the owner who wants in, as for an order: by a passkey, else the passphrase. */
public final class OwnerSignIn {
  private static final String OWNER = "owner";
  private static final Matter MATTER = Matter.signIn();

  private final ProofGuard guard;
  private final Passkeys passkeys;
  private final Books books;
  private final Set<String> owners;
  private final Set<String> finance;

  /**
   * Signs owners in.
   *
   * @param owners who has the owner's role
   * @param finance who has finance's, and so sees its pages in the same session
   */
  public OwnerSignIn(
      ProofGuard guard, Passkeys passkeys, Books books, Set<String> owners, Set<String> finance) {
    this.guard = guard;
    this.passkeys = passkeys;
    this.books = books;
    this.owners = Set.copyOf(owners);
    this.finance = Set.copyOf(finance);
  }

  ProofWays ways() {
    return guard.ways();
  }

  /** A question for the owner's passkeys; empty when there is none, or too many are open. */
  Optional<PasskeyRequest> ask() {
    return guard.ask(MATTER);
  }

  ProofResult check(ProofAttempt attempt) {
    return guard.check(MATTER, attempt);
  }

  /**
   * The session of who has proven it; on record.
   *
   * @param from the address that the browser has, as far as the door knows
   */
  Session admit(Evidence evidence, String from) {
    Session session = evidence.signed().map(this::ofPasskey).orElseGet(this::ofPassphrase);
    Map<String, String> facts = Map.of("by", evidence.kind(), "from", from);
    return books.change(
        open -> {
          open.record(AuditEntry.of("session.opened", "user:" + session.person(), facts));
          return session;
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

  private Session ofPasskey(SignedYes yes) {
    String person =
        passkeys.find(yes.assertion().credentialId()).map(Passkey::person).orElseThrow();
    Set<Role> roles =
        finance.contains(person) ? Set.of(Role.OWNER, Role.FINANCE) : Set.of(Role.OWNER);
    return new Session(person, roles, Optional.of(yes.passkeyId()));
  }

  private Session ofPassphrase() {
    return Session.ofPassphrase(OWNER, Set.of(Role.OWNER, Role.FINANCE));
  }
}
