package dev.purser.daemon.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class NextMonthCheckTest {
  private static final NextMonthCheck.Ledger NONE = month -> false;
  private static final NextMonthCheck.Ledger DECEMBER = YearMonth.of(2026, 12)::equals;

  @Test
  void lastFiveDaysWarnOfAMonthWithoutBudgets() throws IOException {
    assertThat(look("2026-11-25T12:00:00Z", NONE).level()).isEqualTo(Finding.Level.OK);
    assertThat(look("2026-11-26T12:00:00Z", NONE).level()).isEqualTo(Finding.Level.WARN);
    assertThat(look("2026-11-26T12:00:00Z", NONE).saw()).startsWith("2026-12 has no budget");
    assertThat(look("2026-11-30T12:00:00Z", DECEMBER).level()).isEqualTo(Finding.Level.OK);
  }

  @Test
  void daysAreThoseOfTheOwnersCalendar() throws IOException {
    // Still 23:30 on the 25th in Berlin at the first, 00:30 on the 26th at the second.
    assertThat(look("2026-11-25T22:30:00Z", NONE).level()).isEqualTo(Finding.Level.OK);
    assertThat(look("2026-11-25T23:30:00Z", NONE).level()).isEqualTo(Finding.Level.WARN);
  }

  private static Finding look(String now, NextMonthCheck.Ledger ledger) throws IOException {
    Clock clock = Clock.fixed(Instant.parse(now), ZoneId.of("Europe/Berlin"));
    return new NextMonthCheck(clock, ledger).look().get(0);
  }
}
