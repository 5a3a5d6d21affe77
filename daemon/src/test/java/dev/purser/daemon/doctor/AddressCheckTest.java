package dev.purser.daemon.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.policy.Policy;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AddressCheckTest {
  @Test
  void missingAddressIsWorseOnceMoneyMoves() {
    assertThat(level(Policy.Owner.SHIP_TO_NOT_SAID, true)).isEqualTo(Finding.Level.WARN);
    assertThat(level(Policy.Owner.SHIP_TO_NOT_SAID, false)).isEqualTo(Finding.Level.FAIL);
    assertThat(level("1 Harbour Road", false)).isEqualTo(Finding.Level.OK);
  }

  private static Finding.Level level(String shipTo, boolean isRehearsal) {
    return new AddressCheck(new Policy.Owner("jo@example.org", shipTo, ZoneOffset.UTC), isRehearsal)
        .look()
        .get(0)
        .level();
  }
}
