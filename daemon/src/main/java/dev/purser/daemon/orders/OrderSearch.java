package dev.purser.daemon.orders;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What somebody looks for among the orders.
 *
 * @param words payee, item, agent or number, in part and in whatever case; empty for all
 * @param states in which the order is; never none
 */
public record OrderSearch(String words, Set<OrderState> states) {
  /** More than any payee or item has that is worth typing. */
  public static final int MAX_WORDS = 100;

  public OrderSearch {
    words = words.strip().toLowerCase(Locale.ROOT);
    states = Set.copyOf(states);
    if (words.length() > MAX_WORDS || states.isEmpty()) {
      throw new IllegalArgumentException("at most 100 characters, and at least one state");
    }
  }

  /** All that were asked, done or ended; what policy refused would bury them. */
  public static OrderSearch everything() {
    return new OrderSearch("", EnumSet.complementOf(EnumSet.of(OrderState.DENIED)));
  }

  /** Those that wait, or waited too long and were not swept up yet. */
  public static OrderSearch waiting() {
    return new OrderSearch("", EnumSet.of(OrderState.AWAITING_CONFIRMATION));
  }

  /**
   * Finds all that {@link #finds} finds, and perhaps more: databases differ in what is a letter.
   */
  String like() {
    return "%" + words.replaceAll("[^a-z0-9]+", "%") + "%";
  }

  boolean finds(Order order) {
    return words.isEmpty() || texts(order).anyMatch(this::isIn);
  }

  private boolean isIn(String text) {
    return text.toLowerCase(Locale.ROOT).contains(words);
  }

  private static Stream<String> texts(Order order) {
    Stream<String> about =
        Stream.of(
            order.id().toString(),
            order.asked().agent(),
            order.requisition().vendor().name(),
            order.requisition().payee().name());
    Stream<String> items =
        order.requisition().lines().stream().flatMap(line -> Stream.of(line.title(), line.sku()));
    return Stream.concat(about, items);
  }
}
