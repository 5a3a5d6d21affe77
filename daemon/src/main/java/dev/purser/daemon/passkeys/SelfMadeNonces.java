package dev.purser.daemon.passkeys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Questions that anybody may have put. Nothing is kept of one until its answer holds: a nonce
 * proves by itself that it is ours, for what, and until when. So whoever asks for many fills
 * nothing, and keeps nobody else from asking. A restart makes all of them void.
 */
final class SelfMadeNonces {
  private static final String HMAC = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  /** Nobody's order, until when, and dice. */
  private static final int SAID_BYTES = 16 + Long.BYTES + Long.BYTES;

  private static final int SEAL_BYTES = 16;

  private final Clock clock;
  private final SecureRandom random;
  private final byte[] key = new byte[KEY_BYTES];
  private final Map<String, Instant> used = new HashMap<>();

  SelfMadeNonces(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
    random.nextBytes(key);
  }

  Challenge about(Matter matter) {
    long until = clock.instant().plus(Challenges.LIFETIME).toEpochMilli();
    byte[] said =
        ByteBuffer.allocate(SAID_BYTES)
            .putLong(0)
            .putLong(0)
            .putLong(until)
            .putLong(random.nextLong())
            .array();
    byte[] nonce =
        ByteBuffer.allocate(SAID_BYTES + SEAL_BYTES).put(said).put(seal(matter, said)).array();
    return new Challenge(matter, Base64Url.encode(nonce));
  }

  /** The question with this nonce, if it was put about this very matter, and is not too old. */
  Optional<Challenge> read(Matter matter, String nonce) {
    return Challenge.read(matter, nonce).filter(challenge -> isOurs(matter, nonce));
  }

  /** True only for the first answer that holds. */
  synchronized boolean use(Challenge challenge) {
    Instant now = clock.instant();
    used.values().removeIf(until -> !now.isBefore(until));
    return used.putIfAbsent(challenge.nonce(), now.plus(Challenges.LIFETIME)) == null;
  }

  private boolean isOurs(Matter matter, String nonce) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64Url.decode(nonce));
    byte[] said = new byte[SAID_BYTES];
    byte[] seal = new byte[SEAL_BYTES];
    bytes.get(said).get(seal);
    Instant until =
        Instant.ofEpochMilli(ByteBuffer.wrap(said).getLong(SAID_BYTES - 2 * Long.BYTES));
    return MessageDigest.isEqual(seal, seal(matter, said)) && clock.instant().isBefore(until);
  }

  private byte[] seal(Matter matter, byte[] said) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      mac.update(said);
      mac.update(matter.digest().getBytes(StandardCharsets.US_ASCII));
      mac.update(matter.action().word().getBytes(StandardCharsets.US_ASCII));
      return Arrays.copyOf(mac.doFinal(), SEAL_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC with SHA-256", e);
    }
  }
}
