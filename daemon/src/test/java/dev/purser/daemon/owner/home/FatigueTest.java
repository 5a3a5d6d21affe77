package dev.purser.daemon.owner.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FatigueTest {

  @Test
  void withoutAnyConfirmationNothingIsSaid() {
    Fatigue fatigue = Fatigue.of(List.of(), Map.of());

    assertThat(fatigue.median()).isEmpty();
    assertThat(fatigue.hastyPercent()).isZero();
    assertThat(fatigue.proposals()).isZero();
    assertThat(fatigue.suggestions()).isEmpty();
  }

  @Test
  void theMedianIsTheMiddleOneOrBetweenTheTwoOfThem() {
    assertThat(Fatigue.of(millis(9_000, 1_000, 4_250), Map.of()).medianInWords()).hasValue("4.2 s");
    assertThat(Fatigue.of(millis(1_000, 2_000, 4_000, 90_000), Map.of()).median())
        .hasValue(Duration.ofSeconds(3));
    assertThat(Fatigue.of(millis(125_000), Map.of()).medianInWords()).hasValue("2 min 5 s");
  }

  @Test
  void threeSecondsAreNoHaste() {
    assertThat(Fatigue.of(millis(3_000, 2_999), Map.of()).hasty()).isEqualTo(1);
  }

  @Test
  void fiveConfirmationsHalfOfThemHastySuggestAStandingMandate() {
    assertThat(Fatigue.of(millis(1, 1, 1, 9_000, 9_000), Map.of()).suggestions())
        .singleElement()
        .asString()
        .contains("standing mandate");
    assertThat(Fatigue.of(millis(1, 1, 1, 9_000, 9_000, 9_000), Map.of()).suggestions()).hasSize(1);
  }

  @Test
  void fewerThanHalfOrFewerThanFiveSuggestNothing() {
    assertThat(Fatigue.of(millis(1, 1, 9_000, 9_000, 9_000), Map.of()).suggestions()).isEmpty();
    assertThat(Fatigue.of(millis(1, 1, 1, 1), Map.of()).suggestions()).isEmpty();
  }

  @Test
  void theAgentThatAsksMoreThanTwentyTimesAWeekIsNamed() {
    Fatigue fatigue = Fatigue.of(List.of(), Map.of("pantry", 21, "garden", 20));

    assertThat(fatigue.proposals()).isEqualTo(41);
    assertThat(fatigue.suggestions())
        .singleElement()
        .asString()
        .startsWith("pantry asked 21 times in a week.");
  }

  private static List<Duration> millis(long... times) {
    return Arrays.stream(times).mapToObj(Duration::ofMillis).toList();
  }
}
