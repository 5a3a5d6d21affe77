package dev.purser.agentapi.http;

import dev.purser.agentapi.AddToCart;
import dev.purser.agentapi.ProposeOrder;
import java.util.Set;

/** What each operation may be asked with. Prices, payees and categories are not in the lists. */
final class AgentRequests {
  private static final Set<String> ADD_TO_CART = Set.of("item", "quantity", "vendor");
  private static final Set<String> PROPOSE_ORDER = Set.of("vendor", "reason", "order");

  private AgentRequests() {}

  static AddToCart addToCart(byte[] body) {
    StrictJson json = StrictJson.parse(body, "add-to-cart", ADD_TO_CART);
    return new AddToCart(
        json.text("item"), json.wholeNumber("quantity"), json.optionalText("vendor"));
  }

  static ProposeOrder proposeOrder(byte[] body) {
    StrictJson json = StrictJson.parse(body, "propose-order", PROPOSE_ORDER);
    return new ProposeOrder(
        json.optionalText("vendor"), json.optionalText("reason"), json.optionalText("order"));
  }
}
