package dev.purser.daemon.owner.home;

import dev.purser.daemon.orders.OrderState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A page of orders.
 *
 * @param words as looked for
 * @param state as chosen, by its name on the wire; empty for all but what policy refused
 * @param next the order that the next page begins before
 * @param altered how many are left out
 */
public record HistoryPage(
    String words, String state, List<OrderLine> orders, Optional<String> next, int altered) {
  public HistoryPage {
    orders = List.copyOf(orders);
  }

  /** All that can be chosen. */
  public static List<String> stateNames() {
    return Stream.of(OrderState.values()).map(OrderState::wireName).toList();
  }

  /** As people read it. */
  public static String inWords(String state) {
    return state.replace('_', ' ');
  }

  /** The way to the next page. */
  public Optional<String> nextPath() {
    return next.map(
        order ->
            "/owner/orders?q=%s&state=%s&before=%s"
                .formatted(URLEncoder.encode(words, StandardCharsets.UTF_8), state, order));
  }
}
