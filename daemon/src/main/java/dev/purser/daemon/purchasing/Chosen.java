package dev.purser.daemon.purchasing;

import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.confirmation.Together;
import java.util.List;

/**
 * The orders that the owner chose among those shown together.
 *
 * @param orders at least one, each once
 */
public record Chosen(List<One> orders) {
  /**
   * Some orders.
   *
   * @throws IllegalArgumentException for people, when there is none, or more than {@link
   *     Together#MAX}
   */
  public Chosen {
    orders = List.copyOf(orders);
    if (orders.isEmpty() || orders.size() > Together.MAX) {
      throw new IllegalArgumentException(
          "Choose at least one order, and at most %d.".formatted(Together.MAX));
    }
  }

  /**
   * One of them.
   *
   * @param digest of the order as it was shown
   */
  public record One(Locator locator, String digest) {}
}
