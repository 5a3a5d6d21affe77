package dev.purser.daemon.purchasing;

import dev.purser.daemon.confirmation.Locator;
import java.util.List;

/**
 * The orders that the owner chose among those shown together.
 *
 * @param orders at least one, each once
 */
public record Chosen(List<One> orders) {
  /** More than anybody reads before saying yes. */
  public static final int MAX = 20;

  /**
   * Some orders.
   *
   * @throws IllegalArgumentException for people, when there is none, or more than {@link #MAX}
   */
  public Chosen {
    orders = List.copyOf(orders);
    if (orders.isEmpty() || orders.size() > MAX) {
      throw new IllegalArgumentException(
          "Choose at least one order, and at most %d.".formatted(MAX));
    }
  }

  /**
   * One of them.
   *
   * @param digest of the order as it was shown
   */
  public record One(Locator locator, String digest) {}
}
