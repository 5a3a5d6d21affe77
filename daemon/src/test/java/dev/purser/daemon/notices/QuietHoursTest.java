package dev.purser.daemon.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final QuietHours NIGHT =
      QuietHours.daily(LocalTime.of(22, 0), LocalTime.of(7, 0), BERLIN);

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T20:59:59.999Z, false",
    "2026-11-23T21:00:00Z,     true",
    "2026-11-23T22:59:59Z,     true",
    "2026-11-23T23:00:00Z,     true",
    "2026-11-24T05:59:59.999Z, true",
    "2026-11-24T06:00:00Z,     false"
  })
  void theyGoByTheOwnersClockAcrossMidnight(Instant now, boolean quiet) {
    assertThat(NIGHT.during(now).isPresent()).isEqualTo(quiet);
  }

  @Test
  void theyEndWhenTheOwnersClockSaysSo() {
    QuietHours.Span night = NIGHT.during(Instant.parse("2026-11-23T23:00:00Z")).orElseThrow();

    assertThat(night.from()).isEqualTo("2026-11-23T21:00:00Z");
    assertThat(night.to()).isEqualTo("2026-11-24T06:00:00Z");
  }

  @Test
  void theNightInWhichTheClockIsPutForwardIsAnHourShorter() {
    QuietHours.Span night = NIGHT.during(Instant.parse("2026-03-29T00:30:00Z")).orElseThrow();

    assertThat(night.from()).isEqualTo("2026-03-28T21:00:00Z");
    assertThat(night.to()).isEqualTo("2026-03-29T05:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T05:59:59Z, 2026-11-23T06:00:00Z",
    "2026-11-24T06:00:00Z, 2026-11-24T06:00:00Z",
    "2026-11-24T20:00:00Z, 2026-11-24T06:00:00Z"
  })
  void theNightBeforeIsTheLastThatEnded(Instant now, Instant end) {
    assertThat(NIGHT.before(now).to()).isEqualTo(end);
  }

  @Test
  void theyMayLieWithinOneDay() {
    QuietHours nap = QuietHours.daily(LocalTime.of(13, 0), LocalTime.of(14, 0), BERLIN);

    assertThat(nap.during(Instant.parse("2026-11-23T11:59:59Z"))).isEmpty();
    assertThat(nap.during(Instant.parse("2026-11-23T12:00:00Z"))).isPresent();
    assertThat(nap.during(Instant.parse("2026-11-23T13:00:00Z"))).isEmpty();
  }

  @Test
  void withoutAnyItIsNeverQuiet() {
    Instant now = Instant.parse("2026-11-23T23:00:00Z");

    assertThat(QuietHours.none().during(now)).isEmpty();
    assertThat(QuietHours.none().before(now).contains(now)).isFalse();
  }

  @Test
  void aWholeDayOfQuietIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuietHours.daily(LocalTime.NOON, LocalTime.NOON, BERLIN));
  }
}
