package dev.purser.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetMonthTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static BudgetMonth month(String month, String zone) {
    return new BudgetMonth(YearMonth.parse(month), ZoneId.of(zone));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,2026-03,2026-02-28T23:00:00Z,2026-03-31T22:00:00Z,743",
    "Europe/Berlin,2026-10,2026-09-30T22:00:00Z,2026-10-31T23:00:00Z,745",
    "America/New_York,2026-03,2026-03-01T05:00:00Z,2026-04-01T04:00:00Z,743",
    "America/New_York,2026-11,2026-11-01T04:00:00Z,2026-12-01T05:00:00Z,721",
    "Europe/Berlin,2028-02,2028-01-31T23:00:00Z,2028-02-29T23:00:00Z,696",
    "Europe/Berlin,2026-02,2026-01-31T23:00:00Z,2026-02-28T23:00:00Z,672",
    "Europe/Berlin,2026-12,2026-11-30T23:00:00Z,2026-12-31T23:00:00Z,744",
    "America/Sao_Paulo,2026-01,2026-01-01T03:00:00Z,2026-02-01T03:00:00Z,744"
  })
  void monthBeginsAndEndsByTheOwnersClocks(
      String zone, String month, Instant start, Instant end, long hours) {
    assertThat(month(month, zone).start()).isEqualTo(start);
    assertThat(month(month, zone).end()).isEqualTo(end);
    assertThat(Duration.between(start, end)).isEqualTo(Duration.ofHours(hours));
  }

  @Test
  void startBelongsToTheMonthAndEndDoesNot() {
    BudgetMonth march = month("2026-03", "Europe/Berlin");

    assertThat(march.contains(march.start())).isTrue();
    assertThat(march.contains(march.start().minusNanos(1))).isFalse();
    assertThat(march.contains(march.end().minusNanos(1))).isTrue();
    assertThat(march.contains(march.end())).isFalse();
  }

  @Test
  void leapDayBelongsToFebruary() {
    Instant leapDay = Instant.parse("2028-02-29T22:59:59Z");

    assertThat(BudgetMonth.containing(leapDay, BERLIN)).hasToString("2028-02");
    assertThat(BudgetMonth.containing(leapDay.plusSeconds(1), BERLIN)).hasToString("2028-03");
  }

  @Test
  void resetIsToldWithTheOffsetOfThatDay() {
    assertThat(month("2026-03", "Europe/Berlin").resetsAt())
        .isEqualTo(OffsetDateTime.parse("2026-04-01T00:00:00+02:00"));
    assertThat(month("2026-10", "Europe/Berlin").resetsAt())
        .isEqualTo(OffsetDateTime.parse("2026-11-01T00:00:00+01:00"));
    assertThat(month("2026-11", "Europe/Berlin").resetsAt()).hasToString("2026-12-01T00:00+01:00");
  }

  @Test
  void decemberIsFollowedByJanuary() {
    assertThat(month("2026-12", "Europe/Berlin").next()).hasToString("2027-01");
  }

  @Property
  void everyInstantIsInExactlyOneMonth(
      @ForAll @LongRange(min = 0, max = 4_102_444_800L) long second) {
    Instant instant = Instant.ofEpochSecond(second);
    for (String zone : new String[] {"Europe/Berlin", "America/New_York", "Pacific/Apia"}) {
      BudgetMonth month = BudgetMonth.containing(instant, ZoneId.of(zone));

      assertThat(month.contains(instant)).isTrue();
      assertThat(month.next().contains(instant)).isFalse();
      assertThat(month.end()).isEqualTo(month.next().start());
    }
  }
}
