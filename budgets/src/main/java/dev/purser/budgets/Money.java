package dev.purser.budgets;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact amount of one currency.
 *
 * @param currency ISO 4217; {@link Currency#getDefaultFractionDigits()} gives 0 (JPY), 2 (EUR) or 3
 *     (BHD) decimals
 * @param minor the amount in minor units (cents of EUR, yen of JPY); may be negative, as an
 *     overspent budget's available amount is
 */
public record Money(Currency currency, long minor) implements Comparable<Money> {

  /** Refuses currencies without minor units, such as XAU: nothing can be bought with them. */
  public Money {
    if (currency.getDefaultFractionDigits() < 0) {
      throw new IllegalArgumentException(currency + " has no minor unit and cannot be spent");
    }
  }

  public static Money zero(Currency currency) {
    return new Money(currency, 0);
  }

  /** An amount of the named ISO 4217 currency, in its minor units. */
  public static Money ofMinor(String currency, long minor) {
    return new Money(currencyOf(currency), minor);
  }

  /**
   * Reads a decimal such as {@code 12.34}.
   *
   * @throws IllegalArgumentException when it is no plain decimal, has more decimals than the
   *     currency, or does not fit 64 bits of minor units
   */
  public static Money parse(String value, Currency currency) {
    if (!value.matches("-?\\d{1,18}(\\.\\d{1,6})?")) {
      throw new IllegalArgumentException(
          "'" + value + "' is not an amount: write it like 400.00, without signs or separators");
    }
    try {
      // Exact by scale, not by value: 1.000 EUR may have been meant as a thousand.
      BigDecimal exact = new BigDecimal(value);
      int decimals = Math.max(0, currency.getDefaultFractionDigits());
      if (exact.scale() > decimals) {
        throw new ArithmeticException("too many decimals");
      }
      return new Money(currency, exact.movePointRight(decimals).longValueExact());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "'%s' does not fit %s, which has %d decimals"
              .formatted(value, currency, currency.getDefaultFractionDigits()),
          e);
    }
  }

  /** Reads an amount with its currency, such as {@code 400.00 USD}. */
  public static Money parse(String text) {
    String[] parts = text.trim().split(" +", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException(
          "'" + text + "' is not an amount with a currency: write it like 400.00 USD");
    }
    return parse(parts[0], currencyOf(parts[1]));
  }

  /**
   * The currency of an ISO 4217 code.
   *
   * @throws IllegalArgumentException when there is none, with a sentence that names the code
   */
  public static Currency currencyOf(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + code + "' is not an ISO 4217 currency code", e);
    }
  }

  /**
   * Adds an amount of the same currency.
   *
   * @throws ArithmeticException when the sum does not fit
   */
  public Money plus(Money other) {
    return new Money(currency, Math.addExact(minor, sameCurrency(other).minor));
  }

  /**
   * Takes away an amount of the same currency.
   *
   * @throws ArithmeticException when the difference does not fit
   */
  public Money minus(Money other) {
    return new Money(currency, Math.subtractExact(minor, sameCurrency(other).minor));
  }

  /**
   * This many times the amount.
   *
   * @throws ArithmeticException when the product does not fit
   */
  public Money times(int quantity) {
    return new Money(currency, Math.multiplyExact(minor, quantity));
  }

  public boolean exceeds(Money other) {
    return compareTo(other) > 0;
  }

  public boolean isNegative() {
    return minor < 0;
  }

  public boolean isZero() {
    return minor == 0;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, sameCurrency(other).minor);
  }

  /** The decimal alone, with the currency's number of decimals: {@code 12.34}. */
  public String value() {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
  }

  @Override
  public String toString() {
    return value() + " " + currency.getCurrencyCode();
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "Cannot reckon %s with %s".formatted(this.currency, other.currency));
    }
    return other;
  }
}
