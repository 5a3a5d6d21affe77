package dev.purser.daemon.confirmation;

import dev.purser.daemon.passkeys.PasskeyRequest;
import java.util.Optional;
import java.util.UUID;

/** A way for the owner to prove that the yes is theirs: a passkey, a passphrase, or either. */
public interface OwnerProof {

  /**
   * Whether the attempt proves the owner's will over this very order.
   *
   * @param subject the order's id, or {@link ProofGuard#SIGN_IN}
   */
  ProofFinding examine(String subject, ProofAttempt attempt);

  /** By which it can be given now. */
  default ProofWays ways() {
    return ProofWays.PASSPHRASE_ONLY;
  }

  /** A question for passkeys about an order; empty when none can answer, or too many are open. */
  default Optional<PasskeyRequest> ask(UUID order, String digest) {
    return Optional.empty();
  }
}
