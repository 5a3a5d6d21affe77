package dev.purser.budgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Money ONE_EUR = Money.ofMinor("EUR", 100);
  private static final Money MOST = Money.ofMinor("EUR", Long.MAX_VALUE);
  private static final Money LEAST = Money.ofMinor("EUR", Long.MIN_VALUE);

  @ParameterizedTest
  @CsvSource({
    "JPY,400,400",
    "EUR,12.34,1234",
    "EUR,12.3,1230",
    "EUR,12,1200",
    "EUR,0.01,1",
    "EUR,-0.01,-1",
    "EUR,19.99,1999",
    "EUR,007.50,750",
    "BHD,1.234,1234",
    "BHD,1.2,1200",
    "EUR,92233720368547758.07,9223372036854775807",
    "EUR,-92233720368547758.08,-9223372036854775808"
  })
  void decimalsAreReadExactly(String currency, String value, long minor) {
    assertThat(Money.parse(value, Currency.getInstance(currency)))
        .isEqualTo(Money.ofMinor(currency, minor));
  }

  @ParameterizedTest
  @CsvSource({
    "JPY,400.0",
    "JPY,400.00",
    "JPY,0.5",
    "EUR,12.345",
    "EUR,12.340",
    "BHD,1.2345",
    "BHD,1.2340"
  })
  void moreDecimalsThanTheCurrencyHasAreRefused(String currency, String value) {
    assertThatThrownBy(() -> Money.parse(value, Currency.getInstance(currency)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(currency)
        .hasMessageContaining(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1,00",
        "1.000,00",
        "+1",
        "--1",
        "1e3",
        "NaN",
        "0x10",
        "1.",
        ".5",
        "1 ",
        "١٢",
        "1.0000000",
        "92233720368547758.08",
        "-92233720368547758.09",
        "1\n"
      })
  void whatIsNoPlainDecimalIsRefused(String value) {
    assertThatThrownBy(() -> Money.parse(value, EUR)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void amountWithCurrencyIsRead() {
    assertThat(Money.parse("400.00 USD")).isEqualTo(Money.ofMinor("USD", 400_00));
    assertThat(Money.parse("  400   JPY ")).isEqualTo(Money.ofMinor("JPY", 400));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "400.00", "USD", "USD 400.00", "400.00 usd", "400.00 XXX", "1 2 USD", "1 QQQ"})
  void amountWithoutRightCurrencyIsRefused(String text) {
    assertThatThrownBy(() -> Money.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unknownCurrencyIsNamed() {
    assertThatThrownBy(() -> Money.ofMinor("QQQ", 1)).hasMessageContaining("'QQQ'");
  }

  @Test
  void goldCannotBeSpent() {
    assertThatThrownBy(() -> Money.ofMinor("XAU", 1)).hasMessageContaining("XAU");
  }

  @ParameterizedTest
  @CsvSource({
    "JPY,5,5 JPY",
    "EUR,5,0.05 EUR",
    "EUR,-5,-0.05 EUR",
    "BHD,5,0.005 BHD",
    "EUR,100000000000,1000000000.00 EUR"
  })
  void writtenWithTheCurrencysDecimals(String currency, long minor, String text) {
    assertThat(Money.ofMinor(currency, minor)).hasToString(text);
  }

  @Property
  void whatIsWrittenIsReadBack(
      @ForAll @LongRange(min = -999_999_999_999_999_999L, max = 999_999_999_999_999_999L)
          long minor) {
    for (String currency : new String[] {"JPY", "EUR", "BHD"}) {
      Money money = Money.ofMinor(currency, minor);
      assertThat(Money.parse(money.toString())).isEqualTo(money);
    }
  }

  @Test
  void reckoningIsExact() {
    assertThat(ONE_EUR.plus(Money.ofMinor("EUR", 1))).isEqualTo(Money.ofMinor("EUR", 101));
    assertThat(ONE_EUR.minus(Money.ofMinor("EUR", 101))).isEqualTo(Money.ofMinor("EUR", -1));
    assertThat(Money.ofMinor("EUR", 1999).times(100)).isEqualTo(Money.ofMinor("EUR", 1999_00));
    assertThat(Money.zero(EUR).isZero()).isTrue();
    assertThat(Money.ofMinor("EUR", -1).isNegative()).isTrue();
    assertThat(Money.zero(EUR).isNegative()).isFalse();
  }

  @Test
  void whatDoesNotFitIsNoAmount() {
    assertThatThrownBy(() -> MOST.plus(ONE_EUR)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> LEAST.minus(ONE_EUR)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> MOST.times(2)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> LEAST.times(-1)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void oneMinorUnitMoreExceeds() {
    assertThat(Money.ofMinor("EUR", 101).exceeds(ONE_EUR)).isTrue();
    assertThat(ONE_EUR.exceeds(ONE_EUR)).isFalse();
    assertThat(ONE_EUR.exceeds(Money.ofMinor("EUR", 101))).isFalse();
  }

  @Test
  void currenciesAreNotMixed() {
    Money dollar = Money.ofMinor("USD", 100);

    assertThat(dollar).isNotEqualTo(ONE_EUR);
    assertThatThrownBy(() -> ONE_EUR.plus(dollar)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ONE_EUR.minus(dollar)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ONE_EUR.exceeds(dollar)).isInstanceOf(IllegalArgumentException.class);
  }
}
