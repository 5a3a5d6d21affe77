package dev.purser.daemon.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.budgets.Money;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StripeAmountsTest {
  @ParameterizedTest
  @CsvSource({
    "12.34, USD, 1234",
    "0.01, EUR, 1",
    "19.99, GBP, 1999",
    "500, JPY, 500",
    "500, KRW, 500",
    "5, ISK, 500",
    "5, UGX, 500",
    "5.00, MGA, 5",
    "10.45, HUF, 1045",
    "800.45, TWD, 80045",
    "5.120, KWD, 5120",
    "0.010, BHD, 10",
    "99999999999999.99, USD, 9999999999999999"
  })
  void amountsGoThereAndBack(String value, String currency, long units) {
    Money amount = Money.parse(value, Money.currencyOf(currency));

    assertThat(StripeAmounts.toStripe(amount)).hasValue(units);
    assertThat(StripeAmounts.fromStripe(currency.toLowerCase(Locale.ROOT), units))
        .isEqualTo(amount);
  }

  @ParameterizedTest
  @CsvSource({
    "5.124, KWD",
    "5.129, JOD",
    "0.001, TND",
    "5.10, MGA",
    "0.00, USD",
    "-1.00, USD",
    "1.000, IQD",
    "1.000, LYD",
    "1.0000, CLF"
  })
  void whatCannotBeChargedExactlyIsNotRounded(String value, String currency) {
    assertThat(StripeAmounts.toStripe(Money.parse(value, Money.currencyOf(currency)))).isEmpty();
  }

  @Test
  void partsOfAKronaAreNoAmountOfOurs() {
    assertThatThrownBy(() -> StripeAmounts.fromStripe("isk", 550))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
