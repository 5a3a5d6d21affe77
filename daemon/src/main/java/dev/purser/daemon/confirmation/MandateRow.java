package dev.purser.daemon.confirmation;

import dev.purser.daemon.passkeys.Assertion;
import dev.purser.daemon.passkeys.RelyingParty;
import dev.purser.daemon.passkeys.SignedYes;
import dev.purser.daemon.seals.Alteration;
import dev.purser.daemon.seals.SealKey;
import dev.purser.daemon.seals.SealingKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mandate as its table keeps it; what was signed is null where nothing was.
 *
 * @param seal the daemon's word for all the other fields; null in mandates older than seals
 */
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
    @Nullable String origin,
    @Nullable String seal) {

  /** Sealed, and so never to be changed. */
  static MandateRow sealed(Mandate mandate, SealingKey key) {
    MandateRow row = of(mandate, null);
    return of(mandate, key.seal(row.fields()));
  }

  private static MandateRow of(Mandate mandate, @Nullable String seal) {
    Optional<SignedYes> yes = mandate.evidence().signed();
    Optional<Assertion> assertion = yes.map(SignedYes::assertion);
    return new MandateRow(
        mandate.orderId(),
        mandate.digest(),
        mandate.evidence().kind(),
        mandate.policyVersion(),
        mandate.confirmedAt().truncatedTo(ChronoUnit.MICROS),
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
        yes.map(SignedYes::party).map(RelyingParty::origin).orElse(null),
        seal);
  }

  /**
   * All that is kept, by the names that its file has for it: the one list of what a seal covers.
   * Where there is a point in a name, the file has an object.
   */
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("format", MandateFile.FORMAT);
    fields.put("order", orderId.toString());
    fields.put("digest", digest);
    put(fields, "requisition", requisition);
    put(fields, "together", together);
    put(fields, "standing", standing);
    fields.put("policy_version", policyVersion);
    fields.put("confirmed_at", confirmedAt.toString());
    fields.put("proof", proof);
    put(fields, "signed.origin", origin);
    put(fields, "signed.rp_id", rpId);
    put(fields, "signed.nonce", nonce);
    put(fields, "signed.passkey", passkey);
    put(fields, "signed.credential_id", credentialId);
    put(fields, "signed.client_data", clientData);
    put(fields, "signed.authenticator_data", authenticatorData);
    put(fields, "signed.signature", signature);
    return fields;
  }

  private static void put(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  /** What is not as it was sealed; of a mandate without a seal, that it has none. */
  List<Alteration> alterations(SealKey key) {
    return seal == null
        ? List.of(new Alteration("seal", "is missing: the mandate is older than seals"))
        : key.alterations(seal, fields());
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
