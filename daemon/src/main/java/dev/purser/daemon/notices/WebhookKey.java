package dev.purser.daemon.notices;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a webhook is signed with: HMAC-SHA256. Prints nothing of the key. */
final class WebhookKey {
  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int MIN_BYTES = 24;
  private static final int MAX_BYTES = 64;

  private final byte[] key;

  private WebhookKey(byte[] key) {
    this.key = key.clone();
  }

  /**
   * Reads a key.
   *
   * @throws UndeliveredException when the file holds none; names the path, never the content
   */
  static WebhookKey read(Path file) throws UndeliveredException {
    String word = KeyFile.word(file);
    byte[] key = word.startsWith(PREFIX) ? decoded(word.substring(PREFIX.length())) : new byte[0];
    if (key.length < MIN_BYTES || key.length > MAX_BYTES) {
      throw new UndeliveredException(
          file + " should hold whsec_ and base64 of 24 to 64 random bytes");
    }
    return new WebhookKey(key);
  }

  /** Empty for what is not base64. */
  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** In base64. */
  String sign(String content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }
}
