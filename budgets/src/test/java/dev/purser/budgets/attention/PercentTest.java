package dev.purser.budgets.attention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.budgets.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {
  @ParameterizedTest
  @CsvSource({
    "200, 230, 1500, 15 %",
    "294, 406, 3809, 38 %",
    "294, 407, 3843, 38.4 %",
    "300, 299, -33, 0.3 %",
    "100, 100, 0, 0 %",
    "1, 3, 20000, 200 %",
    "1, 9223372036854775807, 999999, over 9999 %",
    "0, 1, 999999, over 9999 %",
    "0, 0, 0, 0 %"
  })
  void changesAreReckonedInWholeBasisPoints(long before, long now, long points, String words) {
    Percent change = Percent.change(Money.ofMinor("USD", before), Money.ofMinor("USD", now));

    assertThat(change.basisPoints()).isEqualTo(points);
    assertThat(change).hasToString(words);
  }

  @Test
  void aPartOfNothingIsMoreThanAnyPart() {
    assertThat(Percent.of(Money.ofMinor("USD", 1), Money.ofMinor("USD", 0)).basisPoints())
        .isEqualTo(Percent.MOST);
    assertThat(Percent.of(Money.ofMinor("USD", 1), Money.ofMinor("USD", -5)).basisPoints())
        .isEqualTo(Percent.MOST);
  }
}
