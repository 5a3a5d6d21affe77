package dev.purser.daemon.listeners;

import dev.purser.agentapi.AddToCart;
import dev.purser.agentapi.AddToCartAnswer;
import dev.purser.agentapi.AgentName;
import dev.purser.agentapi.AgentOperations;
import dev.purser.agentapi.CartView;
import dev.purser.agentapi.OrderView;
import dev.purser.agentapi.ProblemCode;
import dev.purser.agentapi.ProposeOrder;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Remembers who asked for what. The item "bug" fails, the item "gtin" is refused, and the item
 * "slow" takes {@link #SLOW_MILLIS}.
 */
final class RecordingOperations implements AgentOperations {
  static final int SLOW_MILLIS = 900;

  final List<String> asked = new CopyOnWriteArrayList<>();

  @Override
  public AddToCartAnswer addToCart(AgentName agent, AddToCart request) {
    asked.add(agent + ": " + request.quantity() + " " + request.item());
    if (request.item().equals("bug")) {
      throw new IllegalStateException("secret detail");
    }
    if (request.item().equals("slow")) {
      new CompletableFuture<String>()
          .completeOnTimeout("done", SLOW_MILLIS, TimeUnit.MILLISECONDS)
          .join();
    }
    if (request.item().equals("gtin")) {
      throw ProblemCode.GTIN_CHECK_DIGIT.because("The last digit should be 3.");
    }
    return new AddToCartAnswer(
        AddToCartAnswer.Result.NOT_FOUND, List.of(), new CartView(List.of(), List.of()));
  }

  @Override
  public OrderView proposeOrder(AgentName agent, ProposeOrder request) {
    asked.add(agent + ": propose");
    return new OrderView("o-1", OrderView.Status.DENIED, "greengrocer", null, null, List.of());
  }
}
