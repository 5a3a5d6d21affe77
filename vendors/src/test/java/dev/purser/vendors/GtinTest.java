package dev.purser.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {

  @ParameterizedTest
  @ValueSource(strings = {"96385074", "614141000036", "4006381333931", "10614141000415"})
  void rightCheckDigitsAreFound(String text) {
    assertThat(Gtin.find(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"96385075", "614141000037", "4006381333932", "10614141000416"})
  void wrongCheckDigitsAreShapedLikeGtinsButAreNone(String text) {
    assertThat(Gtin.isShapedLike(text)).isTrue();
    assertThat(Gtin.find(text)).isEmpty();
    assertThatThrownBy(() -> new Gtin(text)).hasMessageContaining("check digit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "1234567", "123456789", "0123456789", "400638133393o", "٤٠٠٦٣٨١٣٣٣٩٣١"})
  void otherLengthsAndOtherDigitsAreNoGtins(String text) {
    assertThat(Gtin.isShapedLike(text)).isFalse();
    assertThat(Gtin.find(text)).isEmpty();
    assertThatThrownBy(() -> new Gtin(text)).hasMessageContaining("digits");
  }

  @Test
  void shorterOnesAreTheSameNumberAsLongerOnes() {
    assertThat(new Gtin("4006381333931")).isEqualTo(new Gtin("04006381333931"));
    assertThat(new Gtin("96385074")).hasToString("00000096385074");
  }

  @Property
  void exactlyOneCheckDigitIsRight(
      @ForAll @NumericChars @StringLength(min = 13, max = 13) String digits) {
    long right = 0;
    for (int check = 0; check <= 9; check++) {
      right += Gtin.find(digits + check).stream().count();
    }
    assertThat(right).isEqualTo(1);
  }

  @Property
  void anyOneDigitMistypedIsNoticed(
      @ForAll @NumericChars @StringLength(min = 13, max = 13) String digits,
      @ForAll @IntRange(min = 0, max = 13) int place,
      @ForAll @IntRange(min = 1, max = 9) int slip) {
    StringBuilder typed = new StringBuilder(withCheckDigit(digits));
    typed.setCharAt(place, (char) ('0' + (typed.charAt(place) - '0' + slip) % 10));

    assertThat(Gtin.find(typed.toString())).isEmpty();
  }

  private static String withCheckDigit(String digits) {
    for (int check = 0; check <= 9; check++) {
      if (Gtin.find(digits + check).isPresent()) {
        return digits + check;
      }
    }
    throw new AssertionError("no check digit fits " + digits);
  }
}
