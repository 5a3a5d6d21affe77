package dev.purser.daemon.confirmation;

import dev.purser.daemon.passkeys.SignedYes;
import java.util.Optional;

/**
 * What is left of a proof that held.
 *
 * @param kind {@code passkey}, {@code passphrase}, or {@code standing} where it was given in
 *     advance
 * @param signed what a passkey signed; a passphrase leaves nothing that could be checked again
 */
public record Evidence(String kind, Optional<SignedYes> signed) {
  static final String PASSKEY = "passkey";
  static final String PASSPHRASE = "passphrase";
  static final String STANDING = "standing";

  public Evidence {
    boolean isSigned = kind.equals(PASSKEY) || kind.equals(STANDING);
    if (isSigned != signed.isPresent()) {
      throw new IllegalArgumentException("a passkey signs, and nothing else does");
    }
  }

  public static Evidence passphrase() {
    return new Evidence(PASSPHRASE, Optional.empty());
  }

  public static Evidence passkey(SignedYes signed) {
    return new Evidence(PASSKEY, Optional.of(signed));
  }

  /** What a passkey signed in advance: the terms of a standing mandate. */
  public static Evidence standing(SignedYes signed) {
    return new Evidence(STANDING, Optional.of(signed));
  }
}
