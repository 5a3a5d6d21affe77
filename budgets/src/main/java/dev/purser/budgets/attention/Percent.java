package dev.purser.budgets.attention;

import dev.purser.budgets.Money;
import java.math.BigInteger;

/**
 * A part of an amount, or a change of one. Whole, and rounded towards nothing, so that no edge is
 * reached by rounding.
 *
 * @param basisPoints hundredths of a per cent, at most {@link #MOST} either way
 */
public record Percent(long basisPoints) implements Comparable<Percent> {
  /** What is more is as much; a price that was nothing has risen by this. */
  public static final long MOST = 999_999;

  private static final BigInteger WHOLE = BigInteger.valueOf(10_000);
  private static final int TENTHS = 10;

  public Percent {
    basisPoints = Math.max(-MOST, Math.min(MOST, basisPoints));
  }

  /** By how much the amount has changed; negative when it is less. */
  public static Percent change(Money before, Money now) {
    return of(now.minus(before), before);
  }

  /** Which part of the whole it is. */
  public static Percent of(Money part, Money whole) {
    if (part.isZero()) {
      return new Percent(0);
    }
    if (whole.minor() <= 0) {
      return new Percent(part.isNegative() ? -MOST : MOST);
    }
    BigInteger points =
        BigInteger.valueOf(part.minor()).multiply(WHOLE).divide(BigInteger.valueOf(whole.minor()));
    BigInteger most = BigInteger.valueOf(MOST);
    return new Percent(points.min(most).max(most.negate()).longValueExact());
  }

  public boolean isAtLeast(Percent other) {
    return compareTo(other) >= 0;
  }

  public boolean isNegative() {
    return basisPoints < 0;
  }

  @Override
  public int compareTo(Percent other) {
    return Long.compare(basisPoints, other.basisPoints);
  }

  /** Without its sign, to a tenth: {@code 15.2 %}, or {@code over 9999 %}. */
  @Override
  public String toString() {
    long points = Math.abs(basisPoints);
    if (points == MOST) {
      return "over 9999 %";
    }
    long tenths = points / TENTHS;
    return tenths % TENTHS == 0
        ? tenths / TENTHS + " %"
        : "%d.%d %%".formatted(tenths / TENTHS, tenths % TENTHS);
  }
}
