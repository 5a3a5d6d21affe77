package dev.purser.vendors.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

  @ParameterizedTest
  @CsvSource({
    "milk,milk,0",
    "mlik,milk,1",
    "mil,milk,1",
    "mmilk,milk,1",
    "nilk,milk,1",
    "mlki,milk,2",
    "spagheti,spaghetti,1",
    "spagehti,spaghetti,2",
    "'',ab,2"
  })
  void distanceIsExact(String one, String other, int distance) {
    assertThat(EditDistance.isWithin(distance, one, other)).isTrue();
    assertThat(EditDistance.isWithin(distance - 1, one, other)).isFalse();
  }

  @Property
  void directionDoesNotMatter(
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 8) String one,
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 8) String other) {
    assertThat(EditDistance.isWithin(2, one, other))
        .isEqualTo(EditDistance.isWithin(2, other, one));
  }
}
