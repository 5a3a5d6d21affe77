package dev.purser.daemon.payments;

import dev.purser.budgets.Money;
import java.util.Currency;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Between our minor units, which are those of ISO 4217, and Stripe's, which for some currencies are
 * not. Source: docs.stripe.com/currencies, its lists of zero-decimal and three-decimal currencies
 * and of special cases.
 */
final class StripeAmounts {
  private static final Set<String> ZERO_DECIMALS =
      Set.of(
          "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF",
          "XOF", "XPF");

  /** No fractions any more, yet sent with two decimals that are always 00. */
  private static final Set<String> WHOLE_SENT_WITH_TWO_DECIMALS = Set.of("ISK", "UGX");

  /** The last of the three decimals must be 0. */
  private static final Set<String> THREE_DECIMALS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

  private StripeAmounts() {}

  /**
   * The amount in Stripe's units; empty where Stripe cannot charge exactly this: it is not
   * positive, its currency is not charged, or it would have to be rounded. Nothing is rounded here:
   * what was shown to the owner is what is charged.
   */
  static OptionalLong toStripe(Money amount) {
    OptionalInt decimals = decimals(amount.currency());
    if (decimals.isEmpty() || amount.minor() <= 0) {
      return OptionalLong.empty();
    }
    int shift = decimals.getAsInt() - amount.currency().getDefaultFractionDigits();
    return shift >= 0
        ? accepted(amount.currency(), Math.multiplyExact(amount.minor(), powerOfTen(shift)))
        : divided(amount.minor(), powerOfTen(-shift));
  }

  /**
   * Our amount for one of Stripe's.
   *
   * @param currency as Stripe writes it, in lower case
   * @throws IllegalArgumentException when Stripe's amount has no exact counterpart
   */
  static Money fromStripe(String currency, long units) {
    Currency iso = Money.currencyOf(currency.toUpperCase(Locale.ROOT));
    int shift =
        iso.getDefaultFractionDigits()
            - decimals(iso).orElseThrow(() -> new IllegalArgumentException("not charged: " + iso));
    OptionalLong minor =
        shift >= 0
            ? OptionalLong.of(Math.multiplyExact(units, powerOfTen(shift)))
            : divided(units, powerOfTen(-shift));
    return new Money(
        iso,
        minor.orElseThrow(
            () -> new IllegalArgumentException(units + " is no exact amount of " + iso)));
  }

  private static OptionalInt decimals(Currency currency) {
    String code = currency.getCurrencyCode();
    if (ZERO_DECIMALS.contains(code)) {
      return OptionalInt.of(0);
    }
    if (THREE_DECIMALS.contains(code)) {
      return OptionalInt.of(3);
    }
    boolean two =
        WHOLE_SENT_WITH_TWO_DECIMALS.contains(code) || currency.getDefaultFractionDigits() == 2;
    return two ? OptionalInt.of(2) : OptionalInt.empty();
  }

  private static OptionalLong accepted(Currency currency, long units) {
    boolean lastDigitMustBeZero = THREE_DECIMALS.contains(currency.getCurrencyCode());
    return lastDigitMustBeZero && units % 10 != 0 ? OptionalLong.empty() : OptionalLong.of(units);
  }

  private static OptionalLong divided(long units, long divisor) {
    return units % divisor == 0 ? OptionalLong.of(units / divisor) : OptionalLong.empty();
  }

  private static long powerOfTen(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }
}
