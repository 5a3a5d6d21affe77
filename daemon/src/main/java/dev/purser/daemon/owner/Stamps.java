package dev.purser.daemon.owner;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Says when a page was shown, in a form's own field, such that nobody else can have written it. The
 * key lives as long as the daemon runs: nothing is stored for who only looks.
 */
public final class Stamps {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_LENGTH = 32;
  private static final Pattern STAMP = Pattern.compile("(\\d{1,15})\\.([A-Za-z0-9_-]{43})");

  private final Clock clock;
  private final SecretKeySpec key;

  public Stamps(Clock clock, SecureRandom random) {
    this.clock = clock;
    byte[] bytes = new byte[KEY_LENGTH];
    random.nextBytes(bytes);
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /**
   * For a page, as it is shown now.
   *
   * @param subject what it shows, exactly
   */
  String stamp(String subject) {
    long millis = clock.millis();
    return millis + "." + mac(subject, millis);
  }

  /** When that was shown; empty when this daemon never showed it so. */
  Optional<Instant> shownAt(String stamp, String subject) {
    Matcher parts = STAMP.matcher(stamp);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long millis = Long.parseLong(parts.group(1));
    return isSame(mac(subject, millis), parts.group(2))
        ? Optional.of(Instant.ofEpochMilli(millis))
        : Optional.empty();
  }

  private String mac(String subject, long millis) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] said = bytes(millis + " " + subject);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(said));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private static boolean isSame(String ours, String theirs) {
    return MessageDigest.isEqual(bytes(ours), bytes(theirs));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
