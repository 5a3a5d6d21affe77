package dev.purser.daemon.confirmation;

import dev.purser.daemon.passkeys.Matter;
import dev.purser.daemon.passkeys.PasskeyRequest;
import java.util.Optional;

/**
 * A passkey, or the passphrase while there is none: a passphrase can be watched and typed by
 * somebody else, so it does not outlive the first passkey unless the administrator wants it to.
 */
public final class EitherProof implements OwnerProof {
  private final OwnerProof passphrase;
  private final OwnerProof passkey;
  private final boolean passphraseFallback;

  /**
   * Either.
   *
   * @param passphraseFallback whether the passphrase counts although there is a passkey
   */
  public EitherProof(OwnerProof passphrase, OwnerProof passkey, boolean passphraseFallback) {
    this.passphrase = passphrase;
    this.passkey = passkey;
    this.passphraseFallback = passphraseFallback;
  }

  @Override
  public ProofWays ways() {
    boolean hasPasskey = passkey.ways().passkey();
    return new ProofWays(hasPasskey, !hasPasskey || passphraseFallback);
  }

  @Override
  public Optional<PasskeyRequest> ask(Matter matter) {
    return passkey.ask(matter);
  }

  @Override
  public ProofFinding examine(Matter matter, ProofAttempt attempt) {
    return attempt.match(
        typed ->
            ways().passphrase()
                ? passphrase.examine(matter, typed)
                : new ProofFinding.Fails("there is a passkey, so the passphrase is off"),
        signed -> passkey.examine(matter, signed));
  }
}
