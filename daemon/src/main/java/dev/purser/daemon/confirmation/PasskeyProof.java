package dev.purser.daemon.confirmation;

import dev.purser.daemon.passkeys.Matter;
import dev.purser.daemon.passkeys.PasskeyRequest;
import dev.purser.daemon.passkeys.Signatures;
import java.util.Optional;

/**
 * The owner proves the yes by a passkey, which signs the digest of what was shown, a nonce that was
 * made for it, and what it says yes to.
 */
public final class PasskeyProof implements OwnerProof {
  private final Signatures signatures;

  public PasskeyProof(Signatures signatures) {
    this.signatures = signatures;
  }

  @Override
  public ProofWays ways() {
    return new ProofWays(signatures.canSign(), false);
  }

  @Override
  public Optional<PasskeyRequest> ask(Matter matter) {
    return signatures.ask(matter);
  }

  @Override
  public ProofFinding examine(Matter matter, ProofAttempt attempt) {
    return attempt.match(
        typed -> new ProofFinding.Fails("a passphrase is no passkey"),
        signed ->
            signatures
                .check(matter, signed.assertion())
                .match(
                    holds -> new ProofFinding.Holds(Evidence.passkey(holds.yes())),
                    fails -> new ProofFinding.Fails(fails.why())));
  }
}
