package dev.purser.daemon.finance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who is signed in, kept in memory: a restart signs everybody out. A session is a random token of
 * 256 bits, of which only the digest is kept.
 */
public final class FinanceSessions {
  /** How long a session lives without being used. */
  public static final Duration IDLE = Duration.ofMinutes(15);

  private static final int TOKEN_BYTES = 32;
  private static final int MAX_SESSIONS = 64;

  private final Clock clock;
  private final SecureRandom random;
  private final Map<String, Instant> lastUsed = new LinkedHashMap<>();

  public FinanceSessions(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  /** Opens a session and returns its token. */
  public synchronized String open() {
    forgetIdle();
    if (lastUsed.size() >= MAX_SESSIONS) {
      lastUsed.remove(lastUsed.keySet().iterator().next());
    }
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    lastUsed.put(digest(token), clock.instant());
    return token;
  }

  /** Whether the token's session is open; using it keeps it open. */
  public synchronized boolean use(String token) {
    forgetIdle();
    return lastUsed.replace(digest(token), clock.instant()) != null;
  }

  public synchronized void close(String token) {
    lastUsed.remove(digest(token));
  }

  private void forgetIdle() {
    Instant oldest = clock.instant().minus(IDLE);
    lastUsed.values().removeIf(used -> !used.isAfter(oldest));
  }

  // Looking up a digest leaks nothing of the token by its timing.
  private static String digest(String token) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
