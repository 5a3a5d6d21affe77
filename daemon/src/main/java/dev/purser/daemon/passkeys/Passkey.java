package dev.purser.daemon.passkeys;

import dev.purser.daemon.audit.CanonicalJson;
import java.time.Instant;
import java.util.Optional;

/**
 * A passkey that a person has enrolled.
 *
 * @param id 16 hexadecimal digits, for people: the beginning of SHA-256 of the credential id
 * @param attested credential id and public key, as base64url
 * @param person the operator's name in the policy
 * @param label what the person calls it, at most {@link #MAX_LABEL} characters
 */
public record Passkey(
    String id,
    String credentialId,
    String attested,
    String person,
    String label,
    Instant addedAt,
    Optional<Instant> revokedAt) {
  public static final int MAX_LABEL = 64;
  private static final int ID_LENGTH = 16;

  static String idOf(String credentialId) {
    return CanonicalJson.sha256(credentialId).substring(0, ID_LENGTH);
  }

  /** Whether what it signed at that moment counts. */
  public boolean isGoodAt(Instant moment) {
    return !moment.isBefore(addedAt) && revokedAt.map(moment::isBefore).orElse(true);
  }
}
