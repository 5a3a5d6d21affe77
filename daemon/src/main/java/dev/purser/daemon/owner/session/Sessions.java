package dev.purser.daemon.owner.session;

import dev.purser.daemon.audit.CanonicalJson;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, kept in memory: a restart signs everybody out. A session is a random token of
 * 256 bits, of which only the digest is kept.
 */
public final class Sessions {
  /** How long a session lives without being used. */
  public static final Duration IDLE = Duration.ofMinutes(15);

  /** How long it lives at most, from signing in on. */
  public static final Duration LIFETIME = Duration.ofHours(8);

  static final int MAX_SESSIONS = 64;
  private static final int TOKEN_BYTES = 32;

  private final Clock clock;
  private final SecureRandom random;
  private final Predicate<Session> stillGood;
  private final Map<String, Kept> sessions = new LinkedHashMap<>();

  /**
   * No sessions yet.
   *
   * @param stillGood asked at each use: not once the passkey that opened it is revoked
   */
  public Sessions(Clock clock, SecureRandom random, Predicate<Session> stillGood) {
    this.clock = clock;
    this.random = random;
    this.stillGood = stillGood;
  }

  private record Kept(Session session, Instant openedAt, Instant usedAt) {
    boolean isOverAt(Instant now) {
      return !now.isBefore(usedAt.plus(IDLE)) || !now.isBefore(openedAt.plus(LIFETIME));
    }
  }

  /** Opens a session and returns its token, for the cookie and for nothing else. */
  public synchronized String open(Session session) {
    forgetOver();
    if (sessions.size() >= MAX_SESSIONS) {
      sessions.remove(sessions.keySet().iterator().next());
    }
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    sessions.put(digest(token), new Kept(session, now, now));
    return token;
  }

  /** The token's session while it is open; using it keeps it open. */
  public Optional<Session> use(String token) {
    Optional<Session> session = touch(token);
    // Asks the books, so not while others wait.
    if (session.filter(stillGood).isEmpty()) {
      close(token);
      return Optional.empty();
    }
    return session;
  }

  private synchronized Optional<Session> touch(String token) {
    forgetOver();
    @Nullable Kept kept =
        sessions.computeIfPresent(
            digest(token),
            (key, known) -> new Kept(known.session(), known.openedAt(), clock.instant()));
    return Optional.ofNullable(kept).map(Kept::session);
  }

  public synchronized void close(String token) {
    sessions.remove(digest(token));
  }

  private void forgetOver() {
    Instant now = clock.instant();
    sessions.values().removeIf(kept -> kept.isOverAt(now));
  }

  // Looking up a digest leaks nothing of the token by its timing.
  private static String digest(String token) {
    return CanonicalJson.sha256(token);
  }
}
