package dev.purser.daemon.confirmation;

import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.ledger.Books;
import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.passkeys.Matter;
import dev.purser.daemon.passkeys.PasskeyRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before the owner's proof and counts. An attempt is counted before it is looked at, so that
 * many at once get no more tries than one after another; the right one is taken off the count.
 * Signatures cannot be guessed: they are not counted, so that nobody's wrong ones lock the owner
 * out.
 */
public final class ProofGuard {
  private static final Logger LOG = LoggerFactory.getLogger(ProofGuard.class);

  /** Wrong proofs on one order, or on signing in, before it is locked. */
  static final int MAX_FAILURES = 5;

  /** Wrong proofs on anything at all: whoever holds many links has no more tries for it. */
  static final int MAX_FAILURES_IN_ALL = 30;

  /** How long wrong proofs are remembered, from the first of them on. */
  static final Duration WINDOW = Duration.ofMinutes(15);

  private static final String ALL = "all";

  private final Books books;
  private final OwnerProof proof;

  public ProofGuard(Books books, OwnerProof proof) {
    this.books = books;
    this.proof = proof;
  }

  /** By which proofs it can be given now. */
  public ProofWays ways() {
    return proof.ways();
  }

  /** A question for passkeys; empty when none can answer, or too many are open. */
  public Optional<PasskeyRequest> ask(Matter matter) {
    return proof.ask(matter);
  }

  /** Looks at the attempt, unless there were too many. */
  public ProofResult check(Matter matter, ProofAttempt attempt) {
    return attempt.match(typed -> counted(matter, typed), signed -> uncounted(matter, signed));
  }

  private ProofResult uncounted(Matter matter, ProofAttempt.Signed attempt) {
    return proof
        .examine(matter, attempt)
        .match(
            holds -> {
              books.change(open -> note(open, matter));
              return new ProofResult.Proven(holds.evidence());
            },
            fails -> wrong(matter, fails.why(), 0));
  }

  private ProofResult counted(Matter matter, ProofAttempt.Typed attempt) {
    Counted counted = books.change(open -> count(open, matter));
    if (counted.lockedUntil().isPresent()) {
      return new ProofResult.Locked(counted.lockedUntil().get());
    }
    return proof
        .examine(matter, attempt)
        .match(
            holds -> proven(matter, holds.evidence()),
            fails -> wrong(matter, fails.why(), counted.failures()));
  }

  private ProofResult proven(Matter matter, Evidence evidence) {
    books.change(open -> forgive(open, matter));
    return new ProofResult.Proven(evidence);
  }

  private static ProofResult wrong(Matter matter, String why, int failures) {
    LOG.warn("Wrong proof number {} on {}: {}", failures, matter.subject(), why);
    return new ProofResult.Wrong(MAX_FAILURES - failures);
  }

  private record Counted(int failures, Optional<Instant> lockedUntil) {}

  private static Counted count(OpenBooks open, Matter matter) {
    String subject = matter.subject();
    AttemptsDao dao = open.dao(AttemptsDao.class);
    Optional<Instant> locked =
        lockedUntil(dao, ALL, MAX_FAILURES_IN_ALL, open.now())
            .or(() -> lockedUntil(dao, subject, MAX_FAILURES, open.now()));
    if (locked.isPresent()) {
      return new Counted(MAX_FAILURES, locked);
    }
    add(dao, ALL, open.now(), 1);
    int failures = add(dao, subject, open.now(), 1);
    open.record(event("proof.attempted", matter));
    return new Counted(failures, Optional.empty());
  }

  private static boolean forgive(OpenBooks open, Matter matter) {
    AttemptsDao dao = open.dao(AttemptsDao.class);
    dao.forget(matter.subject());
    add(dao, ALL, open.now(), -1);
    return note(open, matter);
  }

  private static boolean note(OpenBooks open, Matter matter) {
    open.record(event("proof.held", matter));
    return true;
  }

  /** Part of the order's story, where it was tried on an order. */
  private static AuditEntry event(String type, Matter matter) {
    return new AuditEntry(type, matter.order(), "owner", Map.of("subject", matter.subject()));
  }

  private static Optional<Instant> lockedUntil(
      AttemptsDao dao, String subject, int limit, Instant now) {
    return dao.find(subject)
        .filter(past -> past.windowEndsAt().isAfter(now) && past.failures() >= limit)
        .map(AttemptsDao.Failures::windowEndsAt);
  }

  private static int add(AttemptsDao dao, String subject, Instant now, int more) {
    Optional<AttemptsDao.Failures> past =
        dao.find(subject).filter(failures -> failures.windowEndsAt().isAfter(now));
    int failures = Math.max(0, past.map(AttemptsDao.Failures::failures).orElse(0) + more);
    dao.forget(subject);
    dao.insert(
        subject, failures, past.map(AttemptsDao.Failures::windowEndsAt).orElse(now.plus(WINDOW)));
    return failures;
  }
}
