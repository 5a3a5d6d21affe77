package dev.purser.daemon.passkeys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * What a passkey is asked to sign: SHA-256 over digest, nonce and action, so that the signature
 * says yes to this and to nothing else.
 *
 * @param nonce 48 bytes as base64url: what it is about, and 256 random bits. Two orders may say the
 *     same and have one digest, but they have not one id
 */
public record Challenge(Matter matter, String nonce) {
  private static final int ID_BYTES = 16;
  private static final int RANDOM_BYTES = 32;

  /** Nobody's id: where it is about no order, or about several. */
  private static final UUID NO_ORDER = new UUID(0, 0);

  public Challenge {
    if (Base64Url.decode(nonce).length != ID_BYTES + RANDOM_BYTES) {
      throw new IllegalArgumentException("the nonce has 48 bytes");
    }
    if (!idIn(nonce).equals(matter.order().orElse(NO_ORDER))) {
      throw new IllegalArgumentException("the nonce is another order's");
    }
  }

  /** A new one. */
  static Challenge about(Matter matter, SecureRandom random) {
    return new Challenge(matter, nonce(matter.order().orElse(NO_ORDER), random));
  }

  /** As it was put; empty when the nonce is another order's. */
  static Optional<Challenge> read(Matter matter, String nonce) {
    try {
      return Optional.of(new Challenge(matter, nonce));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The bytes that an authenticator is handed; 32. */
  byte[] bytes() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(HexFormat.of().parseHex(matter.digest()));
      sha256.update(Base64Url.decode(nonce));
      sha256.update(matter.action().word().getBytes(StandardCharsets.US_ASCII));
      return sha256.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The same as base64url: 43 characters. */
  public String text() {
    return Base64Url.encode(bytes());
  }

  private static UUID idIn(String nonce) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64Url.decode(nonce));
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private static String nonce(UUID order, SecureRandom random) {
    byte[] tail = new byte[RANDOM_BYTES];
    random.nextBytes(tail);
    ByteBuffer bytes = ByteBuffer.allocate(ID_BYTES + RANDOM_BYTES);
    bytes.putLong(order.getMostSignificantBits()).putLong(order.getLeastSignificantBits());
    return Base64Url.encode(bytes.put(tail).array());
  }
}
