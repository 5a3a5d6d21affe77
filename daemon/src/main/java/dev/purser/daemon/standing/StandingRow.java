package dev.purser.daemon.standing;

import dev.purser.daemon.passkeys.Assertion;
import dev.purser.daemon.passkeys.RelyingParty;
import dev.purser.daemon.passkeys.SignedYes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A standing mandate as its tables keep it, with its first signature and word of its last. */
public record StandingRow(
    UUID id,
    String terms,
    String digest,
    String state,
    @Nullable String why,
    int lastNumber,
    String lastPerson,
    Instant lastSignedAt,
    String passkey,
    String nonce,
    String credentialId,
    String clientData,
    String authenticatorData,
    String signature,
    String rpId,
    String origin) {

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException when it is none that we wrote
   */
  StandingMandate mandate() {
    StandingText text = StandingText.read(terms);
    if (!text.id().equals(id) || !text.digest().equals(digest)) {
      throw new IllegalArgumentException("the terms of standing mandate " + id + " were altered");
    }
    return new StandingMandate(
        text,
        StandingState.valueOf(state),
        Optional.ofNullable(why),
        new SignedYes(
            passkey,
            nonce,
            new Assertion(credentialId, clientData, authenticatorData, signature),
            new RelyingParty(rpId, origin)),
        new StandingMandate.LastSigned(lastNumber, lastPerson, lastSignedAt));
  }
}
