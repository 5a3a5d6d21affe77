package dev.purser.daemon.passkeys;

import java.util.Base64;
import java.util.regex.Pattern;

/** Bytes as text the way WebAuthn writes them: base64url without padding. */
final class Base64Url {
  /** So that nobody makes the daemon parse what no authenticator makes. */
  static final int MAX_LENGTH = 8192;

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1," + MAX_LENGTH + "}");

  private Base64Url() {}

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Reads bytes.
   *
   * @throws IllegalArgumentException when the text is none that {@link #encode} could have made
   */
  static byte[] decode(String text) {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("not base64url, or too long");
    }
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    if (!encode(bytes).equals(text)) {
      throw new IllegalArgumentException("not base64url: bits are left over");
    }
    return bytes;
  }
}
