package dev.purser.daemon.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An agent that is nothing but curl, run as the agent's OS user. */
final class CurlAgent {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final OsUser user;
  private final Path socket;
  private final List<String> heard = new ArrayList<>();

  CurlAgent(OsUser user, Path socket) {
    this.user = user;
    this.socket = socket;
  }

  /** An answer of the daemon. */
  record Answer(int status, JsonNode body) {
    /** Something in it, such as {@code /violations/0/code}. */
    String at(String pointer) {
      return body.at(pointer).asText();
    }
  }

  Answer addToCart(String item, int quantity) {
    return post("add-to-cart", Map.of("item", item, "quantity", quantity));
  }

  Answer addToCart(String item, int quantity, String vendor) {
    return post("add-to-cart", Map.of("item", item, "quantity", quantity, "vendor", vendor));
  }

  Answer propose(String reason) {
    return post("propose-order", Map.of("reason", reason));
  }

  /** The order as the daemon tells it when asked after it. */
  Answer askAfter(Answer order) {
    return post("propose-order", Map.of("order", order.at("/order")));
  }

  /** Asks after the order until it has the status. */
  Answer await(Answer order, String status) {
    return Eventually.get(
        "order " + status, () -> askAfter(order), answer -> answer.at("/status").equals(status));
  }

  /** Everything that the daemon ever told this agent, headers and all. */
  String heard() {
    return String.join("\n", heard);
  }

  private Answer post(String operation, Map<String, ?> body) {
    try {
      String answer =
          user.command(
                  "curl",
                  "--silent",
                  "--show-error",
                  "--include",
                  "--unix-socket",
                  socket.toString(),
                  "--header",
                  "Content-Type: application/json",
                  "--data-binary",
                  "@-",
                  "http://purser/v1/" + operation)
              .runWith(JSON.writeValueAsString(body))
              .orFail();
      heard.add(answer);
      String[] parts = answer.split("\r\n\r\n", 2);
      return new Answer(Integer.parseInt(parts[0].split(" ", 3)[1]), JSON.readTree(parts[1]));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
