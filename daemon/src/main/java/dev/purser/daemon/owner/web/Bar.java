package dev.purser.daemon.owner.web;

import dev.purser.budgets.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Amounts beside each other as parts of one bar, reckoned in integers.
 *
 * @param segments from the left, without gaps
 * @param limit where the budget ends, in {@value #LENGTH}ths of the bar
 */
public record Bar(List<Segment> segments, int limit) {
  /** How long a bar is, in its own units. */
  public static final int LENGTH = 1000;

  public Bar {
    segments = List.copyOf(segments);
  }

  /** A bar as long as the budget, or as all parts together where they exceed it. */
  public static Bar of(Money budget, List<Part> parts) {
    BigInteger used = parts.stream().map(Part::size).reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger whole = used.max(positive(budget));
    List<Segment> segments = new ArrayList<>();
    BigInteger sum = BigInteger.ZERO;
    for (Part part : parts) {
      int from = scale(sum, whole);
      sum = sum.add(part.size());
      segments.add(new Segment(part.kind(), from, scale(sum, whole) - from));
    }
    return new Bar(segments, scale(positive(budget), whole));
  }

  private static int scale(BigInteger amount, BigInteger whole) {
    return whole.signum() == 0
        ? 0
        : amount.multiply(BigInteger.valueOf(LENGTH)).divide(whole).intValueExact();
  }

  private static BigInteger positive(Money amount) {
    return BigInteger.valueOf(Math.max(0, amount.minor()));
  }

  /**
   * An amount to draw; a negative one is drawn as nothing.
   *
   * @param kind the class by which the style sheet colours it
   */
  public record Part(String kind, Money amount) {
    BigInteger size() {
      return positive(amount);
    }
  }

  /** One coloured stretch, in {@value #LENGTH}ths of the bar. */
  public record Segment(String kind, int from, int width) {}
}
