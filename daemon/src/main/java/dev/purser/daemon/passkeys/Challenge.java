package dev.purser.daemon.passkeys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a passkey is asked to sign: SHA-256 over digest, nonce and action, so that the signature
 * says yes to this and to nothing else.
 *
 * @param subject the digest of an order, or of an enrolment code; 64 hexadecimal digits
 * @param nonce 48 bytes as base64url: what it is about, and 256 random bits. Two orders may say the
 *     same and have one digest, but they have not one id
 */
public record Challenge(String subject, String nonce, Action action) {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final int ID_BYTES = 16;
  private static final int RANDOM_BYTES = 32;

  /** Nobody's id: there is no order yet when a passkey is enrolled. */
  private static final UUID NO_ORDER = new UUID(0, 0);

  public Challenge {
    if (!DIGEST.matcher(subject).matches()) {
      throw new IllegalArgumentException("the digest has 64 hexadecimal digits");
    }
    if (Base64Url.decode(nonce).length != ID_BYTES + RANDOM_BYTES) {
      throw new IllegalArgumentException("the nonce has 48 bytes");
    }
  }

  /** Asks for a yes to an order. */
  public static Challenge toConfirm(UUID order, String digest, SecureRandom random) {
    return new Challenge(digest, nonce(order, random), Action.CONFIRM);
  }

  static Challenge toEnrol(String codeDigest, SecureRandom random) {
    return new Challenge(codeDigest, nonce(NO_ORDER, random), Action.ENROL);
  }

  /** Whether it was made for this order. */
  public boolean isAbout(UUID order) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64Url.decode(nonce));
    return new UUID(bytes.getLong(), bytes.getLong()).equals(order);
  }

  /** The bytes that an authenticator is handed; 32. */
  byte[] bytes() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(HexFormat.of().parseHex(subject));
      sha256.update(Base64Url.decode(nonce));
      sha256.update(action.word().getBytes(StandardCharsets.US_ASCII));
      return sha256.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The same as base64url: 43 characters. */
  public String text() {
    return Base64Url.encode(bytes());
  }

  private static String nonce(UUID order, SecureRandom random) {
    byte[] tail = new byte[RANDOM_BYTES];
    random.nextBytes(tail);
    ByteBuffer bytes = ByteBuffer.allocate(ID_BYTES + RANDOM_BYTES);
    bytes.putLong(order.getMostSignificantBits()).putLong(order.getLeastSignificantBits());
    return Base64Url.encode(bytes.put(tail).array());
  }
}
