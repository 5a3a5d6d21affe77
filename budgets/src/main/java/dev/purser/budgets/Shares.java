package dev.purser.budgets;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Shares an amount out so that the parts add up to it exactly. */
public final class Shares {
  private record Part(CategoryId category, long share, BigInteger remainder) {}

  private Shares() {}

  /**
   * Largest remainder: every part gets its proportion rounded towards zero, and the minor units
   * left over go one each to the parts that lost most by rounding.
   *
   * @param weights all zero counts as all equal; with none there are no shares
   */
  public static SortedMap<CategoryId, Money> of(
      Money amount, SortedMap<CategoryId, Money> weights) {
    BigInteger whole =
        weights.values().stream().map(Shares::weight).reduce(BigInteger.ZERO, BigInteger::add);
    boolean equal = whole.signum() == 0;
    BigInteger divisor = equal ? BigInteger.valueOf(weights.size()) : whole;
    List<Part> parts = new ArrayList<>();
    long left = amount.minor();
    for (var entry : weights.entrySet()) {
      BigInteger weight = equal ? BigInteger.ONE : weight(entry.getValue());
      BigInteger[] split =
          BigInteger.valueOf(amount.minor()).multiply(weight).divideAndRemainder(divisor);
      parts.add(new Part(entry.getKey(), split[0].longValueExact(), split[1].abs()));
      left = Math.subtractExact(left, split[0].longValueExact());
    }
    return handOutRest(amount, parts, left);
  }

  private static SortedMap<CategoryId, Money> handOutRest(
      Money amount, List<Part> parts, long left) {
    parts.sort(Comparator.comparing(Part::remainder).reversed().thenComparing(Part::category));
    SortedMap<CategoryId, Money> shares = new TreeMap<>();
    long unit = Long.signum(left);
    long rest = left;
    for (Part part : parts) {
      long extra = rest == 0 ? 0 : unit;
      rest -= extra;
      shares.put(part.category(), new Money(amount.currency(), Math.addExact(part.share(), extra)));
    }
    return shares;
  }

  private static BigInteger weight(Money money) {
    return BigInteger.valueOf(money.minor());
  }
}
