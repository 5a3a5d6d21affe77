package dev.purser.daemon.confirmation;

import dev.purser.daemon.passkeys.Matter;
import dev.purser.daemon.passkeys.SignedYes;
import dev.purser.daemon.passkeys.Verification;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The evidence of one yes.
 *
 * @param digest of the order that was shown and confirmed
 * @param requisition its canonical JSON; empty in mandates older than passkeys
 * @param together the canonical JSON that named this order among others, where one signature said
 *     yes to several
 * @param standing the canonical JSON of the terms under which it was confirmed without asking,
 *     where the yes was given in advance
 * @param policyVersion in force when it was given
 */
public record Mandate(
    UUID orderId,
    String digest,
    Optional<String> requisition,
    Optional<String> together,
    Optional<String> standing,
    Evidence evidence,
    String policyVersion,
    Instant confirmedAt) {

  /**
   * Takes it as it is.
   *
   * @throws IllegalArgumentException when terms come without a yes in advance, or one without terms
   */
  public Mandate {
    if (evidence.kind().equals(Evidence.STANDING) != standing.isPresent()) {
      throw new IllegalArgumentException("a yes in advance is to terms, and no other yes is");
    }
  }

  /** Whether what a passkey signed is a yes to this order. */
  Verification verify(SignedYes yes) {
    return standing
        .map(terms -> StandingEvidence.verify(this, terms, yes))
        .orElseGet(() -> verifyInPerson(yes));
  }

  private Verification verifyInPerson(SignedYes yes) {
    return matter()
        .map(yes::verify)
        .orElseGet(() -> new Verification.Fails("together does not name this order"));
  }

  /** What was signed for, if it was signed; empty when it named other orders and not this one. */
  private Optional<Matter> matter() {
    return together.isEmpty()
        ? Optional.of(Matter.order(orderId, digest))
        : together.filter(orders -> Together.names(orders, orderId, digest)).map(Matter::several);
  }
}
