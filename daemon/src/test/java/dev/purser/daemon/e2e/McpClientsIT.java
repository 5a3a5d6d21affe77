package dev.purser.daemon.e2e;

import static dev.purser.daemon.e2e.McpClients.concat;
import static dev.purser.daemon.e2e.McpClients.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Clients from npm against the real daemon, through {@code purser-agent mcp} run as the agent's OS
 * user. Each does what an agent does: list, add, choose, propose, be denied, ask after.
 */
class McpClientsIT {
  private static final OsUsers USERS = OsUsers.ofThisMachine();

  /** In quotation marks: the Inspector would make a number of it, which is no SKU. */
  private static final String SKU = "item=\"709112\"";

  private static House house;
  private static AgentCommand agent;

  @BeforeAll
  static void open() {
    McpClients.assumeInstalled();
    house = House.open(USERS, HouseRules.usual().approvalLimit("50.00 USD"));
    house.budgetOf("100.00");
    agent = new AgentCommand(USERS.agent(), house.doors().agent());
  }

  @AfterAll
  static void close() {
    if (house != null) {
      house.close();
    }
  }

  @Test
  void officialSdkShops() throws IOException {
    JsonNode told =
        json(
            McpClients.script(
                    "story.mjs",
                    concat(
                        List.of(
                            """
                            [["add_to_cart", {"item": "cheese", "quantity": 1}],
                             ["add_to_cart", {"item": "708111", "quantity": 1}],
                             ["add_to_cart", {"item": "708111", "quantity": 1}],
                             ["propose_order", {"reason": "for the SDK"}],
                             ["propose_order", {"order": "$order"}],
                             ["add_to_cart", {"item": "708111", "quantity": 900}],
                             ["propose_order", {}],
                             ["add_to_cart", {"item": "708111", "quantity": 1, "price": "0.01"}],
                             ["add_to_cart", {"item": "708111", "quantity": 0}]]
                            """),
                        agent.mcp().toArray(String[]::new)))
                .run()
                .orFail());

    assertThat(told.at("/server/name").asText()).isEqualTo("purser");
    assertThat(told.at("/tools")).hasSize(2);
    assertThat(answers(told, "result"))
        .containsExactly("choose", "in_cart", "in_cart", "", "", "in_cart", "", "", "removed");
    assertThat(told.at("/answers/0/structuredContent/candidates").size()).isGreaterThan(1);
    assertThat(told.at("/answers/2/structuredContent/cart/lines/0/quantity").asInt())
        .as("a quantity is absolute")
        .isEqualTo(1);
    assertThat(answers(told, "status"))
        .containsExactly(
            "", "", "", "awaiting_confirmation", "awaiting_confirmation", "", "denied", "", "");
    assertThat(told.at("/answers/3/structuredContent/order"))
        .isEqualTo(told.at("/answers/4/structuredContent/order"));
    assertThat(told.at("/answers/6/structuredContent/violations").findValuesAsText("code"))
        .contains("approval-limit-exceeded", "budget-exceeded");
    assertThat(told.at("/answers/7/isError").asBoolean()).isTrue();
    assertThat(told.at("/answers/7/content/0/text").asText()).contains("unknown-field");
  }

  private static List<String> answers(JsonNode told, String field) {
    return StreamSupport.stream(told.at("/answers").spliterator(), false)
        .map(answer -> answer.at("/structuredContent/" + field).asText())
        .toList();
  }

  @Test
  void inspectorShops() {
    JsonNode tools = inspect("tools/list", "--strict");
    assertThat(tools.at("/tools").findValuesAsText("name")).contains("add_to_cart");

    assertThat(inspected("add_to_cart", "item=cheese", "quantity=2").at("/result").asText())
        .isEqualTo("choose");
    assertThat(inspected("add_to_cart", SKU, "quantity=2").at("/result").asText())
        .isEqualTo("in_cart");
    JsonNode order = inspected("propose_order", "reason=for the Inspector");
    assertThat(order.at("/status").asText()).isEqualTo("awaiting_confirmation");
    assertThat(inspected("propose_order", "order=" + order.at("/order").asText())).isEqualTo(order);
    inspected("add_to_cart", SKU, "quantity=900");
    assertThat(inspected("propose_order", "reason=all of it").at("/status").asText())
        .isEqualTo("denied");
    inspected("add_to_cart", SKU, "quantity=0");
  }

  private static JsonNode inspected(String tool, String... arguments) {
    return inspect("tools/call", concat(List.of("--tool-name", tool, "--tool-arg"), arguments))
        .at("/structuredContent");
  }

  private static JsonNode inspect(String method, String... more) {
    return inspect(method, List.of(more));
  }

  private static JsonNode inspect(String method, List<String> more) {
    List<String> words = concat(List.of("--cli"), agent.mcp().toArray(String[]::new));
    words = concat(words, "--method", method);
    Command.Ran ran =
        McpClients.command("mcp-inspector", concat(words, more.toArray(String[]::new))).run();
    if (more.contains("--strict")) {
      assertThat(ran.err()).doesNotContain("Warning", "Issue");
    }
    return json(ran.orFail());
  }

  @Test
  void mcporterShops() throws IOException {
    assertThat(json(mcporter("list", "purser", "--json").orFail()).at("/status").asText())
        .isEqualTo("ok");
    assertThat(called("add_to_cart", "{\"item\":\"cheese\",\"quantity\":1}").at("/result").asText())
        .isEqualTo("choose");
    assertThat(called("add_to_cart", "{\"item\":\"717311\",\"quantity\":1}").at("/result").asText())
        .isEqualTo("in_cart");
    JsonNode order = called("propose_order", "{\"reason\":\"for mcporter\"}");
    assertThat(order.at("/status").asText()).isEqualTo("awaiting_confirmation");
    assertThat(called("propose_order", "{\"order\":\"" + order.at("/order").asText() + "\"}"))
        .isEqualTo(order);
    called("add_to_cart", "{\"item\":\"717311\",\"quantity\":900}");
    assertThat(called("propose_order", "{}").at("/status").asText()).isEqualTo("denied");
    assertThat(mcporterCall("add_to_cart", "{\"item\":\"eggs\",\"quantity\":1000}").out())
        .contains("invalid-field");
    called("add_to_cart", "{\"item\":\"717311\",\"quantity\":0}");
  }

  private static JsonNode called(String tool, String arguments) throws IOException {
    return json(mcporterCall(tool, arguments).orFail());
  }

  private static Command.Ran mcporterCall(String tool, String arguments) throws IOException {
    return mcporter("call", "purser." + tool, "--args", arguments, "--output", "json");
  }

  private static Command.Ran mcporter(String... words) throws IOException {
    List<String> mcp = agent.mcp();
    Path config =
        TestFiles.write(
            house.files().var("..").resolve("mcporter.json"),
            McpClients.JSON.writeValueAsString(
                Map.of(
                    "mcpServers",
                    Map.of(
                        "purser",
                        Map.of("command", mcp.get(0), "args", mcp.subList(1, mcp.size()))))));
    return McpClients.command("mcporter", concat(List.of("--config", config.toString()), words))
        .run();
  }
}
