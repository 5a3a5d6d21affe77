package dev.purser.daemon.passkeys;

import dev.purser.daemon.audit.CanonicalJson;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A passkey that a person has enrolled.
 *
 * @param id 16 hexadecimal digits, for people: the beginning of SHA-256 of the credential id
 * @param attested credential id and public key, as base64url
 * @param person the operator's name in the policy
 * @param label what the person calls it, one that {@link #isLabel}
 */
public record Passkey(
    String id,
    String credentialId,
    String attested,
    String person,
    String label,
    Instant addedAt,
    Optional<Instant> revokedAt) {
  private static final int MAX_LABEL = 64;

  /** Nothing that moves a terminal's cursor, or that cannot be seen. */
  private static final Pattern LABEL =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]{1," + MAX_LABEL + "}");

  private static final int ID_LENGTH = 16;

  static String idOf(String credentialId) {
    return CanonicalJson.sha256(credentialId).substring(0, ID_LENGTH);
  }

  /** Whether a passkey may be called so: at most 64 characters that can be seen, and spaces. */
  public static boolean isLabel(String text) {
    return !text.isBlank() && LABEL.matcher(text).matches();
  }

  /** Whether what it signed at that moment counts. */
  public boolean isGoodAt(Instant moment) {
    return !moment.isBefore(addedAt) && revokedAt.map(moment::isBefore).orElse(true);
  }
}
