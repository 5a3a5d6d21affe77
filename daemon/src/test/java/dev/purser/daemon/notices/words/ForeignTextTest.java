package dev.purser.daemon.notices.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTextTest {

  @Test
  void ordinaryTextStaysAsItIs() {
    assertThat(page("Crème fraîche, 30 % – 200 g")).isEqualTo("Crème fraîche, 30 % – 200 g");
    assertThat(page("شیر می‌خواهم")).isEqualTo("شیر می‌خواهم");
    assertThat(page("👩‍🍳 牛乳")).isEqualTo("👩‍🍳 牛乳");
  }

  @Test
  void linesBecomeOne() {
    assertThat(page(" a\r\nb\tc\u2028d\u0085e\u00A0 f ")).isEqualTo("a b c d e f");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001B",
        "\u0000",
        "\u007F",
        "\u009B",
        "\u202E",
        "\u2066",
        "\u200F",
        "\u061C",
        "\u200B",
        "\u2060",
        "\uFEFF",
        "\u00AD",
        "\uDB40\uDC41",
        "\uDB40\uDD00",
        "\uD800",
        "\u3164"
      })
  void whatCannotBeSeenIsTakenOut(String invisible) {
    assertThat(page("a" + invisible + "b")).isEqualTo("ab");
  }

  @Test
  void marksDoNotPileUpOverTheTotal() {
    assertThat(page("a" + "\u0301".repeat(50) + "b")).isEqualTo("a\u0301\u0301\u0301b");
  }

  @Test
  void theLongestTextStaysAndOneCharacterMoreIsCut() {
    assertThat(ForeignText.ON_PAGES.show("😀".repeat(5), 5)).isEqualTo("😀".repeat(5));
    assertThat(ForeignText.ON_PAGES.show("😀".repeat(6), 5))
        .isEqualTo("😀".repeat(5) + "… (cut, 6 characters in all)");
  }

  @Test
  void whatIsNothingSaysSo() {
    assertThat(page("\u200B\u202E ")).isEqualTo("(no text)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/pay",
        "www.evil.example",
        "evil.example",
        "evil\uFF0Eexample",
        "thief@evil.example",
        "mailto:thief@evil.example",
        "//evil.example"
      })
  void noMailProgramMakesALinkOfIt(String link) {
    assertThat(mail(link))
        .doesNotContainPattern("[a-z]:\\S")
        .doesNotContainPattern("\\S@\\S")
        .doesNotContainPattern("[.\uFF0E]\\p{L}");
  }

  @Test
  void decimalsInMailStay() {
    assertThat(mail("Milk 1.5 l")).isEqualTo("Milk 1.5 l");
  }

  @Test
  void rightToLeftTextInMailIsIsolated() {
    assertThat(mail("חלב")).isEqualTo("\u2068חלב\u2069");
  }

  private static String page(String raw) {
    return ForeignText.ON_PAGES.show(raw, 1000);
  }

  private static String mail(String raw) {
    return ForeignText.IN_MAIL.show(raw, 1000);
  }
}
