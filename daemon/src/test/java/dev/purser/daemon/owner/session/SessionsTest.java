package dev.purser.daemon.owner.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.daemon.SettableClock;
import dev.purser.daemon.listeners.Role;
import dev.purser.daemon.notices.words.Sheets;
import dev.purser.daemon.owner.web.SiteAddress;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private static final Session ANNA =
      new Session("anna", Set.of(Role.OWNER), Optional.of("0123456789abcdef"));

  private final SettableClock clock = new SettableClock(Sheets.NOW);
  private boolean good = true;
  private final Sessions sessions = new Sessions(clock, new SecureRandom(), session -> good);

  @Test
  void aTokenHas256RandomBits() {
    assertThat(sessions.open(ANNA)).hasSize(43).isNotEqualTo(sessions.open(ANNA));
  }

  @Test
  void aSessionIsWhoseItWasOpenedFor() {
    String token = sessions.open(ANNA);

    assertThat(sessions.use(token)).hasValue(ANNA);
    assertThat(ANNA.is(Role.OWNER)).isTrue();
    assertThat(ANNA.is(Role.FINANCE)).isFalse();
  }

  @Test
  void anIdleSessionEndsAfterAQuarterOfAnHour() {
    String token = sessions.open(ANNA);

    clock.pass(Sessions.IDLE.minusMillis(1));
    assertThat(sessions.use(token)).isPresent();
    clock.pass(Sessions.IDLE);
    assertThat(sessions.use(token)).isEmpty();
  }

  @Test
  void usingASessionKeepsItOpenForEightHoursAndNotLonger() {
    String token = sessions.open(ANNA);

    for (Duration sofar = Duration.ZERO;
        sofar.compareTo(Sessions.LIFETIME.minusMinutes(10)) < 0;
        sofar = sofar.plusMinutes(10)) {
      clock.pass(Duration.ofMinutes(10));
      assertThat(sessions.use(token)).isPresent();
    }
    clock.pass(Duration.ofMinutes(10).minusMillis(1));
    assertThat(sessions.use(token)).isPresent();
    clock.pass(Duration.ofMillis(1));
    assertThat(sessions.use(token)).isEmpty();
  }

  @Test
  void aClosedOrUnknownSessionIsNone() {
    String token = sessions.open(ANNA);
    sessions.close(token);

    assertThat(sessions.use(token)).isEmpty();
    assertThat(sessions.use("")).isEmpty();
  }

  @Test
  void aSessionWhosePasskeyWasRevokedEndsForGood() {
    String token = sessions.open(ANNA);

    good = false;
    assertThat(sessions.use(token)).isEmpty();
    good = true;
    assertThat(sessions.use(token)).isEmpty();
  }

  @Test
  void sessionsDoNotPileUp() {
    String first = sessions.open(ANNA);
    for (int i = 1; i < Sessions.MAX_SESSIONS; i++) {
      sessions.open(ANNA);
    }
    assertThat(sessions.use(first)).isPresent();

    sessions.open(ANNA);

    assertThat(sessions.use(first)).isEmpty();
  }

  @Test
  void nobodysSessionIsNone() {
    assertThatThrownBy(() -> Session.ofPassphrase(" ", Set.of(Role.OWNER)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Session.ofPassphrase("anna", Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void overHttpsTheCookieIsOfThisHostAlone() {
    NewCookie cookie = cookie("https://purser.example").carrying("token");

    assertThat(cookie.getName()).isEqualTo("__Host-purser");
    assertThat(cookie.isSecure()).isTrue();
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.getDomain()).isNull();
    assertThat(cookie.getSameSite()).isEqualTo(NewCookie.SameSite.STRICT);
  }

  @Test
  void withoutTlsItIsAPlainOne() {
    NewCookie cookie = cookie("http://localhost:8480").carrying("token");

    assertThat(cookie.getName()).isEqualTo("purser");
    assertThat(cookie.isSecure()).isFalse();
  }

  /** It may have been set by a neighbour without TLS. */
  @Test
  void overHttpsThePlainCookieOpensNothing() {
    Map<String, Cookie> cookies = Map.of("purser", new Cookie.Builder("purser").value("x").build());

    assertThat(cookie("https://purser.example").token(cookies)).isEmpty();
    assertThat(cookie("http://localhost:8480").token(cookies)).hasValue("x");
  }

  private static SessionCookie cookie(String site) {
    return new SessionCookie(new SiteAddress(URI.create(site)));
  }
}
