package dev.purser.daemon.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasskeyTest {
  private static final Instant ADDED = Instant.parse("2026-11-23T10:00:00Z");
  private static final Instant REVOKED = Instant.parse("2026-11-24T10:00:00Z");

  @Test
  void aLabelIsWhatCanBeSeen() {
    assertThat(Passkey.isLabel("Åsa's phone, no. 2")).isTrue();
    assertThat(Passkey.isLabel("x".repeat(64))).isTrue();
    for (String text :
        new String[] {"", " ", "x".repeat(65), "a\u001B[2J", "a\nb", "a\u202Eb", "a\u200Bb"}) {
      assertThat(Passkey.isLabel(text)).isFalse();
    }
  }

  @Test
  void whatItSignedCountsFromItsEnrolmentToItsEnd() {
    Passkey passkey =
        new Passkey("0".repeat(16), "A", "A", "owner", "phone", ADDED, Optional.of(REVOKED));

    assertThat(passkey.isGoodAt(ADDED.minusNanos(1_000))).isFalse();
    assertThat(passkey.isGoodAt(ADDED)).isTrue();
    assertThat(passkey.isGoodAt(REVOKED.minusNanos(1_000))).isTrue();
    assertThat(passkey.isGoodAt(REVOKED)).isFalse();
  }
}
