package dev.purser.daemon.standing;

import dev.purser.daemon.passkeys.SignedYes;
import java.time.Instant;
import java.util.UUID;

/** One of the owner's signatures over a standing mandate. */
public record SignatureRow(
    UUID standingId, int number, String person, Instant signedAt, SignedYes yes) {
  public String passkey() {
    return yes.passkey();
  }

  public String nonce() {
    return yes.nonce();
  }

  public String credentialId() {
    return yes.assertion().credentialId();
  }

  public String clientData() {
    return yes.assertion().clientData();
  }

  public String authenticatorData() {
    return yes.assertion().authenticatorData();
  }

  public String signature() {
    return yes.assertion().signature();
  }

  public String rpId() {
    return yes.party().id();
  }

  public String origin() {
    return yes.party().origin();
  }
}
