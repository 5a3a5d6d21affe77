package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.purser.daemon.e2e.ModelApi.Call;
import dev.purser.daemon.e2e.OwnerByHttp.Letter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * What Purser is for: an agent chooses and proposes, the owner confirms, and the agent hears that
 * it is paid. Told of any agent program.
 *
 * @param books an order's whole story, by its id
 */
record CheeseStory(AgentProgram agent, OwnerByHttp owner, Function<String, String> books) {
  void happens() throws Exception {
    AtomicReference<JsonNode> order = new AtomicReference<>();
    List<Function<JsonNode, Call>> shopping =
        List.of(
            start -> agent.look(),
            schemas -> agent.call("add_to_cart", Map.of("item", "cheese", "quantity", 2)),
            choice -> agent.call("add_to_cart", Map.of("item", cheddarIn(choice), "quantity", 2)),
            cart -> agent.call("propose_order", Map.of("reason", "cheese is out")),
            proposed -> {
              order.set(proposed);
              return agent.call("propose_order", Map.of("order", proposed.at("/order").asText()));
            });
    String heard = agent.prompt("We are out of cheese.", shopping);

    assertThat(order.get().at("/status").asText()).isEqualTo("awaiting_confirmation");
    assertThat(order.get().at("/total/value").asText()).isEqualTo("11.72");
    assertThat(heard).contains("the owner, decides whether it is bought");
    String id = order.get().at("/order").asText();
    ownerConfirms(id, heard);
    assertThat(askedAfter(id)).contains("\\\"status\\\":\\\"paid\\\"");
  }

  private void ownerConfirms(String id, String heard) throws Exception {
    Letter letter = owner.letterAbout(id);
    assertThat(letter.text()).contains("11.72 USD", "Cheese, Cheddar", "cheese is out");
    assertThat(heard).doesNotContain(Mailbox.locatorIn(letter.text()));
    assertThat(owner.confirm(letter.link())).contains(true);
    Eventually.get("paid", () -> books.apply(id), text -> text.contains("order.paid"));
  }

  private String askedAfter(String id) throws Exception {
    return agent.prompt(
        "Was it bought?",
        List.of(
            start -> agent.look(), schemas -> agent.call("propose_order", Map.of("order", id))));
  }

  /** As a model would choose: by what the candidates say. */
  private static String cheddarIn(JsonNode choice) {
    assertThat(choice.at("/result").asText()).isEqualTo("choose");
    for (JsonNode candidate : choice.at("/candidates")) {
      if (candidate.at("/title").asText().contains("Cheddar")) {
        return candidate.at("/sku").asText();
      }
    }
    throw new AssertionError(choice);
  }
}
