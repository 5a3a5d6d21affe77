package dev.purser.daemon.confirmation;

import dev.purser.daemon.passkeys.Assertion;
import dev.purser.daemon.passkeys.RelyingParty;
import dev.purser.daemon.passkeys.SignedYes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mandate as its table keeps it; what was signed is null where nothing was. */
public record MandateRow(
    UUID orderId,
    String digest,
    String proof,
    String policyVersion,
    Instant confirmedAt,
    @Nullable String requisition,
    @Nullable String together,
    @Nullable String standing,
    @Nullable String passkey,
    @Nullable String nonce,
    @Nullable String credentialId,
    @Nullable String clientData,
    @Nullable String authenticatorData,
    @Nullable String signature,
    @Nullable String rpId,
    @Nullable String origin) {

  static MandateRow of(Mandate mandate) {
    Optional<SignedYes> yes = mandate.evidence().signed();
    Optional<Assertion> assertion = yes.map(SignedYes::assertion);
    return new MandateRow(
        mandate.orderId(),
        mandate.digest(),
        mandate.evidence().kind(),
        mandate.policyVersion(),
        mandate.confirmedAt(),
        mandate.requisition().orElse(null),
        mandate.together().orElse(null),
        mandate.standing().orElse(null),
        yes.map(SignedYes::passkey).orElse(null),
        yes.map(SignedYes::nonce).orElse(null),
        assertion.map(Assertion::credentialId).orElse(null),
        assertion.map(Assertion::clientData).orElse(null),
        assertion.map(Assertion::authenticatorData).orElse(null),
        assertion.map(Assertion::signature).orElse(null),
        yes.map(SignedYes::party).map(RelyingParty::id).orElse(null),
        yes.map(SignedYes::party).map(RelyingParty::origin).orElse(null));
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException when it is no mandate that we wrote
   */
  Mandate mandate() {
    return new Mandate(
        orderId,
        digest,
        Optional.ofNullable(requisition),
        Optional.ofNullable(together),
        Optional.ofNullable(standing),
        new Evidence(proof, signed()),
        policyVersion,
        confirmedAt);
  }

  private Optional<SignedYes> signed() {
    if (passkey == null
        || nonce == null
        || credentialId == null
        || clientData == null
        || authenticatorData == null
        || signature == null
        || rpId == null
        || origin == null) {
      return Optional.empty();
    }
    return Optional.of(
        new SignedYes(
            passkey,
            nonce,
            new Assertion(credentialId, clientData, authenticatorData, signature),
            new RelyingParty(rpId, origin)));
  }
}
