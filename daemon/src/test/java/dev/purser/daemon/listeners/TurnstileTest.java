package dev.purser.daemon.listeners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A minute of so many requests lasts longer than any of these tests. */
class TurnstileTest {
  private static final OptionalInt MAY = OptionalInt.empty();

  @Test
  void lastOfTheBurstMayAndOneMoreMustWait() {
    Turnstile turnstile = new Turnstile(limits(3, 3, 32));

    for (int request = 0; request < 3; request++) {
      assertThat(turnstile.enter("pantry")).isEqualTo(MAY);
      turnstile.leave("pantry");
    }
    assertThat(turnstile.enter("pantry")).hasValue(60);
  }

  @Test
  void smallerBurstIsGrantedAnewSooner() {
    Turnstile turnstile = new Turnstile(limits(120, 1, 32));

    assertThat(turnstile.enter("pantry")).isEqualTo(MAY);
    assertThat(turnstile.enter("pantry")).hasValue(1);
  }

  @Test
  void oneMoreAtOnceThanAllowedMustWaitUntilOneIsDone() {
    Turnstile turnstile = new Turnstile(limits(100, 100, 2));

    assertThat(turnstile.enter("pantry")).isEqualTo(MAY);
    assertThat(turnstile.enter("pantry")).isEqualTo(MAY);
    assertThat(turnstile.enter("pantry")).hasValue(1);
    turnstile.leave("pantry");
    assertThat(turnstile.enter("pantry")).isEqualTo(MAY);
  }

  @Test
  void requestThatMustWaitHoldsNoPlace() {
    Turnstile turnstile = new Turnstile(limits(1, 1, 1));
    assertThat(turnstile.enter("pantry")).isEqualTo(MAY);
    turnstile.leave("pantry");

    assertThat(turnstile.enter("pantry")).hasValue(60);
    assertThat(turnstile.enter("pantry")).hasValue(60);
  }

  @Test
  void oneAgentTakesNothingFromAnother() {
    Turnstile turnstile = new Turnstile(limits(1, 1, 1));
    assertThat(turnstile.enter("pantry")).isEqualTo(MAY);
    assertThat(turnstile.enter("pantry")).isPresent();

    assertThat(turnstile.enter("tools")).isEqualTo(MAY);
  }

  @Test
  void limitsThatContradictEachOtherAreRefused() {
    assertThatThrownBy(() -> AgentLimits.of(10, 11, null, null, null, null, null))
        .hasMessageContaining("'burst' must be 1 to 10");
    assertThatThrownBy(() -> AgentLimits.of(null, null, null, 17, 16, null, null))
        .hasMessageContaining("'connections' must be at least");
    assertThatThrownBy(() -> AgentLimits.of(0, null, null, null, null, null, null))
        .hasMessageContaining("'requestsPerMinute'");
    assertThat(AgentLimits.of(10, null, null, null, null, null, null).burst()).isEqualTo(10);
  }

  private static AgentLimits limits(int perMinute, int burst, int atOnce) {
    return new AgentLimits(perMinute, burst, atOnce, 16, 64, DoorsUnderTest.KEPT);
  }
}
