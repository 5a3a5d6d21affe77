package dev.purser.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mi\u0000lk", // control
        "Mi\u202Elk", // right-to-left override
        "Mi\u2066lk\u2069", // isolates
        "\u200FMilk", // mark
        "Mi\u200Blk\uFEFF", // zero width
        "Mi\u00ADlk", // soft hyphen
        "Milk\uDB40\uDC41\uDB40\uDC42", // tag characters
        "Milk\uDB40\uDD00", // variation selector
        "Mi\uD800lk", // lone surrogate
        "Mi\uE000lk", // private use
        "Mi\u3164lk", // Hangul filler
        "\u001B[31mMilk\u001B[0m", // colour
        "\u009B2JMilk", // eight-bit control sequence
        "\u001B]8;;https://evil.example\u0007Milk\u001B]8;;\u001B\\", // hyperlink
        "  Milk \r\n\t\u2028"
      })
  void nothingInvisibleIsLeft(String text) {
    assertThat(VendorText.clean(text, 200)).isEqualTo("Milk");
    assertThat(VendorText.hidesSomething(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Milk", "Crème brûlée", "牛乳", "חלב", "🥛 Milk", "<b>&amp;=1+1"})
  void whatIsVisibleStays(String text) {
    assertThat(VendorText.clean(text, 200)).isEqualTo(text);
    assertThat(VendorText.hidesSomething(text)).isFalse();
  }

  @Test
  void linesBecomeOneLine() {
    assertThat(VendorText.clean("Milk\r\nBcc: all\u0085x", 200)).isEqualTo("Milk Bcc: all x");
  }

  @ParameterizedTest
  @CsvSource({"4,Milk", "3,Mi…"})
  void longerTextsAreCut(int max, String cut) {
    assertThat(VendorText.clean("Milk", max)).isEqualTo(cut);
  }

  @Test
  void cuttingNeverHalvesACharacter() {
    assertThat(VendorText.clean("🥛".repeat(5), 3)).isEqualTo("🥛🥛…");
  }
}
