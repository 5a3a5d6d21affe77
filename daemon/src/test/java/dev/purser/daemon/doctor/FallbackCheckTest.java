package dev.purser.daemon.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FallbackCheckTest {
  @Test
  void aPassphraseBesideAPasskeyIsAWarning() {
    assertThat(new FallbackCheck(true).look())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.level()).isEqualTo(Finding.Level.WARN);
              assertThat(found.fix()).contains("owner.passphraseFallback");
            });
    assertThat(new FallbackCheck(false).look())
        .singleElement()
        .satisfies(found -> assertThat(found.level()).isEqualTo(Finding.Level.OK));
  }
}
