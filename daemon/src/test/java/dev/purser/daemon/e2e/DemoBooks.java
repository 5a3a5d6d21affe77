package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.purser.budgets.Money;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** A demo's orders held against its budgets. */
final class DemoBooks {
  private static final Money NOTHING = Money.parse("0.00 USD");

  private final Demo demo;
  private final Map<String, JsonNode> orders = new TreeMap<>();

  DemoBooks(Demo demo) {
    this.demo = demo;
  }

  /** Looks all orders up. */
  void look() {
    demo.control("/orders?limit=10000")
        .forEach(order -> orders.put(order.at("/order").asText(), order));
  }

  Map<String, JsonNode> orders() {
    return orders;
  }

  /** The total of all orders in one of these states. */
  Money sumOf(Set<String> states) {
    return orders.values().stream()
        .filter(order -> states.contains(order.at("/state").asText()))
        .map(order -> amount(order.at("/total")))
        .reduce(NOTHING, Money::plus);
  }

  /** What the pantry's month says, such as {@code held}. */
  Money pantry(String column) {
    return StreamSupport.stream(demo.control("/budgets").at("/positions").spliterator(), false)
        .filter(position -> position.at("/category").asText().equals("household/pantry"))
        .map(position -> amount(position.path(column)))
        .findFirst()
        .orElseThrow();
  }

  /** Payment goes on meanwhile; it moves an amount along, and changes no sum. */
  void assertBalance() {
    JsonNode position = demo.control("/budgets").at("/positions/0");
    assertThat(position.at("/category").asText()).isEqualTo("household/pantry");
    Money used =
        amount(position.at("/held"))
            .plus(amount(position.at("/committed")))
            .plus(amount(position.at("/spent")));
    assertThat(used)
        .isEqualTo(
            sumOf(
                Set.of(
                    "awaiting_confirmation",
                    "confirmed",
                    "authorized",
                    "placed",
                    "in_doubt",
                    "paid")));
  }

  void assertChain() {
    assertThat(demo.control("/audit/verify").at("/result").asText()).isEqualTo("intact");
  }

  static Money amount(JsonNode amount) {
    return Money.parse(amount.at("/value").asText() + " " + amount.at("/currency").asText());
  }
}
