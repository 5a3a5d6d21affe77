package dev.purser.daemon.confirmation;

/**
 * A way for the owner to prove that the yes is theirs. A passphrase is one; a passkey will be
 * another and replace it.
 */
public interface OwnerProof {

  /** {@code passphrase}: recorded in the mandate. */
  String kind();

  /** Whether the attempt proves the owner's will over this very order. */
  boolean verifies(ProofAttempt attempt);
}
