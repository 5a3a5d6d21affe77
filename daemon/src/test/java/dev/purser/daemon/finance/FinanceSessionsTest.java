package dev.purser.daemon.finance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.SettableClock;
import dev.purser.daemon.notices.words.Sheets;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FinanceSessionsTest {
  private final SettableClock clock = new SettableClock(Sheets.NOW);
  private final FinanceSessions sessions = new FinanceSessions(clock, new SecureRandom());

  @Test
  void aTokenHas256RandomBits() {
    assertThat(sessions.open()).hasSize(43).isNotEqualTo(sessions.open());
  }

  @Test
  void anIdleSessionEndsAfterAQuarterOfAnHour() {
    String token = sessions.open();

    clock.pass(FinanceSessions.IDLE.minusMillis(1));
    assertThat(sessions.use(token)).isTrue();
    clock.pass(FinanceSessions.IDLE);
    assertThat(sessions.use(token)).isFalse();
  }

  @Test
  void usingASessionKeepsItOpen() {
    String token = sessions.open();

    for (int i = 0; i < 5; i++) {
      clock.pass(Duration.ofMinutes(14));
      assertThat(sessions.use(token)).isTrue();
    }
  }

  @Test
  void aClosedOrUnknownSessionIsNone() {
    String token = sessions.open();
    sessions.close(token);

    assertThat(sessions.use(token)).isFalse();
    assertThat(sessions.use("")).isFalse();
  }

  @Test
  void sessionsDoNotPileUp() {
    String first = sessions.open();
    for (int i = 0; i < 63; i++) {
      sessions.open();
    }
    assertThat(sessions.use(first)).isTrue();

    sessions.open();

    assertThat(sessions.use(first)).isFalse();
  }
}
