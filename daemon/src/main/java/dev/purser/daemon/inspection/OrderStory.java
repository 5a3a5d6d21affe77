package dev.purser.daemon.inspection;

import dev.purser.daemon.orders.OrderState;
import java.util.List;

/**
 * How the trail tells an order.
 *
 * @param digest of what was proposed; empty if the trail does not tell of that
 * @param actor who proposed it
 * @param state where the last move left it, by its name on the wire
 * @param proof by which it was confirmed; empty if it was not
 */
record OrderStory(String digest, String actor, String state, String proof) {
  private static final OrderStory UNTOLD = new OrderStory("", "", "", "");

  static OrderStory of(List<String> bodies) {
    OrderStory story = UNTOLD;
    for (String body : bodies) {
      story = story.then(EventBody.of(body));
    }
    return story;
  }

  private OrderStory then(EventBody event) {
    return switch (event.type()) {
      case "order.proposed" -> proposed(event, OrderState.AWAITING_CONFIRMATION);
      case "order.denied" -> proposed(event, OrderState.DENIED);
      default -> event.fact("to").map(to -> moved(event, to)).orElse(this);
    };
  }

  private OrderStory moved(EventBody event, String to) {
    return new OrderStory(digest, actor, to, event.fact("proof").orElse(proof));
  }

  private static OrderStory proposed(EventBody event, OrderState state) {
    return new OrderStory(event.fact("digest").orElse(""), event.actor(), state.wireName(), "");
  }

  boolean isTold() {
    return !digest.isEmpty();
  }
}
