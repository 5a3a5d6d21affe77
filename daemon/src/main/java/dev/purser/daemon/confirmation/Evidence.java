package dev.purser.daemon.confirmation;

import dev.purser.daemon.passkeys.SignedYes;
import java.util.Optional;

/**
 * What is left of a proof that held.
 *
 * @param kind {@code passkey} or {@code passphrase}
 * @param signed what a passkey signed; a passphrase leaves nothing that could be checked again
 */
public record Evidence(String kind, Optional<SignedYes> signed) {
  static final String PASSKEY = "passkey";
  static final String PASSPHRASE = "passphrase";

  public Evidence {
    if (kind.equals(PASSKEY) != signed.isPresent()) {
      throw new IllegalArgumentException("a passkey signs, and nothing else does");
    }
  }

  public static Evidence passphrase() {
    return new Evidence(PASSPHRASE, Optional.empty());
  }

  public static Evidence passkey(SignedYes signed) {
    return new Evidence(PASSKEY, Optional.of(signed));
  }
}
