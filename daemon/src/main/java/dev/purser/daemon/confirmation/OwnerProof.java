package dev.purser.daemon.confirmation;

import dev.purser.daemon.passkeys.Matter;
import dev.purser.daemon.passkeys.PasskeyRequest;
import java.util.Optional;

/** A way for the owner to prove that the yes is theirs: a passkey, a passphrase, or either. */
public interface OwnerProof {

  /** Whether the attempt proves the owner's will over this very matter. */
  ProofFinding examine(Matter matter, ProofAttempt attempt);

  /** By which it can be given now. */
  default ProofWays ways() {
    return ProofWays.PASSPHRASE_ONLY;
  }

  /** A question for passkeys; empty when none can answer, or too many are open. */
  default Optional<PasskeyRequest> ask(Matter matter) {
    return Optional.empty();
  }
}
