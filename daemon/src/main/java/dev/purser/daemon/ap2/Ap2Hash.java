package dev.purser.daemon.ap2;

import dev.purser.daemon.audit.CanonicalJson;
import java.util.Base64;
import java.util.HexFormat;

/** AP2's way to name a checkout: SHA-256 of its JWT's text, as base64url without padding. */
final class Ap2Hash {
  private Ap2Hash() {}

  static String of(String text) {
    byte[] digest = HexFormat.of().parseHex(CanonicalJson.sha256(text));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }
}
