package dev.purser.vendors;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Global Trade Item Number, GS1 General Specifications section 7.9 for its check digit.
 *
 * @param digits 14 digits; shorter ones (GTIN-8, -12, -13) are filled with zeros from the left
 */
public record Gtin(String digits) {
  private static final Pattern SHAPE = Pattern.compile("\\d{8}|\\d{12}|\\d{13}|\\d{14}");

  public Gtin {
    if (!SHAPE.matcher(digits).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no GTIN: that has 8, 12, 13 or 14 digits".formatted(digits));
    }
    if (!hasRightCheckDigit(digits)) {
      throw new IllegalArgumentException(
          "'%s' is no GTIN: its check digit is wrong".formatted(digits));
    }
    digits = "0".repeat(14 - digits.length()) + digits;
  }

  /** Whether the text has a GTIN's length and nothing but digits; its check digit may be wrong. */
  public static boolean isShapedLike(String text) {
    return SHAPE.matcher(text).matches();
  }

  /** The GTIN that the text spells, if its shape and check digit are right. */
  public static Optional<Gtin> find(String text) {
    return isShapedLike(text) && hasRightCheckDigit(text)
        ? Optional.of(new Gtin(text))
        : Optional.empty();
  }

  private static boolean hasRightCheckDigit(String digits) {
    int sum = 0;
    for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
      int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
      sum += fromRight % 2 == 0 ? digit : 3 * digit;
    }
    return sum % 10 == 0;
  }

  @Override
  public String toString() {
    return digits;
  }
}
