package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.purser.daemon.e2e.OwnerByHttp.Letter;
import dev.purser.daemon.e2e.ScriptedModel.Call;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What Purser is for, with a real agent program: Qwen Code from npm, which starts {@code
 * purser-agent mcp} by itself. Only its model is ours, and follows a script.
 */
class AgentProgramIT {
  private static final String TOOL = "mcp__purser__";
  private static final String NO_TALK =
      """
      {"privacy": {"usageStatisticsEnabled": false}, "telemetry": {"enabled": false},
       "general": {"enableAutoUpdate": false}}
      """;

  private static Demo demo;

  @BeforeAll
  static void open() {
    McpClients.assumeInstalled();
    demo = Demo.stopped().hurried().edit("purser.yml", "undoWindow: 10s", "undoWindow: 0s");
    demo.start();
  }

  @AfterAll
  static void close() {
    if (demo != null) {
      demo.close();
    }
  }

  @Test
  void agentChoosesAndProposesTheOwnerConfirmsAndTheAgentHearsThatItIsPaid() throws Exception {
    AtomicReference<JsonNode> order = new AtomicReference<>();
    List<Function<JsonNode, Call>> shopping =
        List.of(
            start -> look(),
            schemas -> call("add_to_cart", Map.of("item", "cheese", "quantity", 2)),
            choice -> call("add_to_cart", Map.of("item", cheddarIn(choice), "quantity", 2)),
            cart -> call("propose_order", Map.of("reason", "cheese is out")),
            proposed -> {
              order.set(proposed);
              return call("propose_order", Map.of("order", proposed.at("/order").asText()));
            });
    String heard = prompt("We are out of cheese.", shopping);

    assertThat(order.get().at("/status").asText()).isEqualTo("awaiting_confirmation");
    assertThat(order.get().at("/total/value").asText()).isEqualTo("11.72");
    assertThat(heard).contains("the owner, decides whether it is bought");

    OwnerByHttp owner = new OwnerByHttp(demo);
    Letter letter = owner.letterAbout(order.get().at("/order").asText());
    assertThat(letter.text()).contains("11.72 USD", "Cheese, Cheddar", "cheese is out");
    assertThat(heard).doesNotContain(Mailbox.locatorIn(letter.text()));
    assertThat(owner.confirm(letter.link())).contains(true);

    String id = order.get().at("/order").asText();
    Eventually.get(
        "paid",
        () -> demo.control("/orders/" + id).toString(),
        text -> text.contains("order.paid"));
    List<Function<JsonNode, Call>> asking =
        List.of(start -> look(), schemas -> call("propose_order", Map.of("order", id)));
    assertThat(prompt("Was it bought?", asking)).contains("\\\"status\\\":\\\"paid\\\"");
  }

  private static Call look() {
    return new Call(
        "tool_search", Map.of("query", "select:" + TOOL + "add_to_cart," + TOOL + "propose_order"));
  }

  private static Call call(String tool, Map<String, ?> arguments) {
    return new Call("tool_call", Map.of("name", TOOL + tool, "arguments", arguments));
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

  /** Runs the program to its end; what its model was told. */
  private static String prompt(String words, List<Function<JsonNode, Call>> script)
      throws Exception {
    try (ScriptedModel model = new ScriptedModel(script)) {
      Command.Ran ran =
          McpClients.command("qwen", arguments(model))
              .after(List.of("env", "--chdir=" + home(), "HOME=" + home(), "QWEN_HOME=" + home()))
              .runWith(words);
      assertThat(ran.orFail()).contains("Done.");
      return model.heard();
    }
  }

  private static Path home() {
    Path home = TestFiles.directory(demo.file("home"), "rwx------", OsUser.self());
    TestFiles.write(home.resolve("settings.json"), NO_TALK);
    return home;
  }

  private static List<String> arguments(ScriptedModel model) throws Exception {
    List<String> mcp = new AgentCommand(OsUser.self(), demo.doors().agent()).mcp();
    Map<String, ?> server = Map.of("command", mcp.get(0), "args", mcp.subList(1, mcp.size()));
    return List.of(
        "--auth-type=openai",
        "--openai-api-key=none",
        "--openai-base-url=" + model.url(),
        "--model=scripted",
        "--mcp-config="
            + McpClients.JSON.writeValueAsString(Map.of("mcpServers", Map.of("purser", server))),
        "--allowed-tools=" + TOOL + "add_to_cart",
        "--allowed-tools=" + TOOL + "propose_order");
  }
}
