package dev.purser.agentapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.purser.agentapi.AddToCart;
import dev.purser.agentapi.ProblemException;
import dev.purser.agentapi.ProposeOrder;
import java.util.Map;
import java.util.Set;

/**
 * What each operation may be asked with, whichever way it came. Prices, payees and categories are
 * not in the lists.
 *
 * <p>Everything here throws {@link ProblemException} for what cannot be read.
 */
public final class AgentRequests {
  private static final Set<String> ADD_TO_CART = Set.of("item", "quantity", "vendor");
  private static final Set<String> PROPOSE_ORDER = Set.of("vendor", "reason", "order");

  private AgentRequests() {}

  /** From the body of an HTTP request. */
  public static AddToCart addToCart(byte[] body) {
    return addToCart(FlatObject.read(body));
  }

  /**
   * From the arguments of a tool.
   *
   * @param arguments read by {@link StrictMapper}, so that no name was there twice
   */
  public static AddToCart addToCart(JsonNode arguments) {
    return addToCart(FlatObject.read(arguments));
  }

  /** From the body of an HTTP request. */
  public static ProposeOrder proposeOrder(byte[] body) {
    return proposeOrder(FlatObject.read(body));
  }

  /** From the arguments of a tool, as {@link #addToCart(JsonNode)}. */
  public static ProposeOrder proposeOrder(JsonNode arguments) {
    return proposeOrder(FlatObject.read(arguments));
  }

  private static AddToCart addToCart(Map<String, FlatObject.Value> values) {
    StrictJson json = StrictJson.of(values, "add-to-cart", ADD_TO_CART);
    return new AddToCart(
        json.text("item"), json.wholeNumber("quantity"), json.optionalText("vendor"));
  }

  private static ProposeOrder proposeOrder(Map<String, FlatObject.Value> values) {
    StrictJson json = StrictJson.of(values, "propose-order", PROPOSE_ORDER);
    return new ProposeOrder(
        json.optionalText("vendor"), json.optionalText("reason"), json.optionalText("order"));
  }
}
