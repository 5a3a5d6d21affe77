package dev.purser.daemon.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.agentapi.AddToCart;
import dev.purser.agentapi.ProposeOrder;
import dev.purser.daemon.listeners.RawHttp.Reply;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What MCP answers on the agents' socket, message by message. */
class McpDoorTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}";
  private static DoorsUnderTest doors;

  @BeforeAll
  static void open() throws Exception {
    doors = DoorsUnderTest.in(DoorsUnderTest.newDirectory()).start();
  }

  @AfterAll
  static void close() throws Exception {
    doors.close();
  }

  @BeforeEach
  void forget() {
    doors.operations.asked.clear();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-06-18", "2025-11-25"})
  void versionThatIsAskedForIsSpoken(String version) throws IOException {
    JsonNode result = initialize("\"" + version + "\"");

    assertThat(result.at("/protocolVersion").asText()).isEqualTo(version);
    assertThat(result.at("/serverInfo/name").asText()).isEqualTo("purser");
    assertThat(result.at("/instructions").asText()).contains("owner");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"2024-11-05\"", "\"2099-01-01\"", "\"\\u001b[31m\\n\"", "null", "1", "[]"})
  void anyOtherIsOfferedTheNewest(String version) throws IOException {
    assertThat(initialize(version).at("/protocolVersion").asText()).isEqualTo("2025-11-25");
  }

  /** It could forge lines, or steer the terminal of whoever reads the log. */
  @Test
  void whatAClientSaysOfItselfIsNotLogged() throws IOException {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Level before = root.getLevel();
    root.addAppender(log);
    root.setLevel(Level.INFO);
    try {
      call(
          "initialize",
          "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"experimental\":{\"forged\":{}}},"
              + "\"clientInfo\":{\"name\":\"forged\\nline\",\"version\":\"forged\"}}");
      send("{\"jsonrpc\":\"2.0\",\"method\":\"forged\\nline\"}");
      call("forged\\nline", "{}");
      call("tools/call", "{\"name\":\"forged\\nline\"}");
      root.info("heard");
    } finally {
      root.setLevel(before);
      root.detachAppender(log);
    }

    assertThat(log.list)
        .noneMatch(event -> event.getFormattedMessage().contains("forged"))
        .anyMatch(event -> event.getFormattedMessage().equals("heard"));
  }

  @Test
  void thereAreToolsAndNothingElse() throws IOException {
    JsonNode capabilities = initialize("\"2025-11-25\"").at("/capabilities");

    assertThat(names(capabilities)).containsExactly("tools");
    assertThat(capabilities.at("/tools/listChanged").asBoolean()).isFalse();
    for (String method :
        List.of(
            "resources/list",
            "resources/read",
            "resources/templates/list",
            "prompts/list",
            "prompts/get",
            "logging/setLevel",
            "completion/complete",
            "tasks/list",
            "sampling/createMessage")) {
      assertThat(call(method, "{}").at("/error/code").asInt()).as(method).isEqualTo(-32601);
    }
  }

  @Test
  void pingIsAnswered() throws IOException {
    JsonNode answer = answer(send(PING));

    assertThat(answer.at("/id").asInt()).isEqualTo(7);
    assertThat(answer.at("/result").isObject()).isTrue();
  }

  @Test
  void notificationsAreAcceptedWithoutAWord() throws IOException {
    Reply reply = send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void unknownToolIsToldWhichThereAre() throws IOException {
    JsonNode error = call("tools/call", "{\"name\":\"search<b>\",\"arguments\":{}}").at("/error");

    assertThat(error.at("/code").asInt()).isEqualTo(-32602);
    assertThat(error.at("/message").asText())
        .isEqualTo("Unknown tool. There are two: add_to_cart and propose_order.");
    assertThat(error.toString()).doesNotContain("search");
  }

  @Test
  void toolsAreTheTwoOperations() throws IOException {
    JsonNode tools = call("tools/list", "{}").at("/result/tools");

    assertThat(tools.findValuesAsText("name")).contains("add_to_cart", "propose_order");
    assertThat(tools).hasSize(2);
    assertThat(names(tool(tools, "add_to_cart").at("/inputSchema/properties")))
        .containsExactlyInAnyOrderElementsOf(components(AddToCart.class));
    assertThat(names(tool(tools, "propose_order").at("/inputSchema/properties")))
        .containsExactlyInAnyOrderElementsOf(components(ProposeOrder.class));
    for (JsonNode tool : tools) {
      assertThat(tool.at("/inputSchema/additionalProperties").asBoolean(true)).isFalse();
      assertThat(tool.at("/outputSchema/additionalProperties").asBoolean(true)).isFalse();
      assertThat(tool.at("/annotations/idempotentHint").asBoolean()).isTrue();
      assertThat(tool.at("/annotations/readOnlyHint").asBoolean(true)).isFalse();
      assertThat(tool.at("/annotations/destructiveHint").asBoolean(true)).isFalse();
    }
  }

  @Test
  void sameObjectComesAsStructureAndAsText() throws IOException {
    JsonNode result = tool("add_to_cart", "{\"item\":\"eggs\",\"quantity\":2}");

    assertThat(result.at("/isError").asBoolean(true)).isFalse();
    assertThat(result.at("/structuredContent/result").asText()).isEqualTo("not_found");
    assertThat(JSON.readTree(result.at("/content/0/text").asText()))
        .isEqualTo(result.at("/structuredContent"));
    assertThat(doors.operations.asked).containsExactly("tester: 2 eggs");
  }

  @Test
  void denialIsNoError() throws IOException {
    JsonNode result = tool("propose_order", "{}");

    assertThat(result.at("/isError").asBoolean(true)).isFalse();
    assertThat(result.at("/structuredContent/status").asText()).isEqualTo("denied");
    assertThat(result.at("/structuredContent").has("expires_at")).isTrue();
  }

  @Test
  void missingArgumentsAreNone() throws IOException {
    JsonNode result = call("tools/call", "{\"name\":\"propose_order\"}").at("/result");

    assertThat(result.at("/structuredContent/order").asText()).isEqualTo("o-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"item\":\"eggs\",\"quantity\":2,\"price\":1}|unknown-field",
        "{\"item\":\"eggs\"}|missing-field",
        "{\"item\":\"eggs\",\"quantity\":2.0}|invalid-field",
        "{\"item\":\"eggs\",\"quantity\":1e2}|invalid-field",
        "{\"item\":\"eggs\",\"quantity\":\"2\"}|invalid-field",
        "{\"item\":\"eggs\",\"quantity\":1000}|invalid-field",
        "{\"item\":\"eggs\",\"quantity\":-1}|invalid-field",
        "{\"item\":\"eggs\",\"quantity\":99999999999999999999}|invalid-field",
        "{\"item\":\"\\u0000\",\"quantity\":1}|invalid-field",
        "{\"item\":\"\\ud800\",\"quantity\":1}|invalid-field",
        "{\"item\":{},\"quantity\":1}|invalid-field",
        "{\"item\":\"eggs\",\"quantity\":1,\"vendor\":null}|invalid-field",
        "{\"item\":\"gtin\",\"quantity\":1}|gtin-check-digit"
      })
  void problemIsAnErrorForTheModelToRead(String argumentsAndCode) throws IOException {
    String[] pair = argumentsAndCode.split("\\|", 2);

    JsonNode result = tool("add_to_cart", pair[0]);

    assertThat(result.at("/isError").asBoolean()).isTrue();
    assertThat(result.has("structuredContent")).isFalse();
    assertThat(JSON.readTree(result.at("/content/0/text").asText()).at("/code").asText())
        .isEqualTo(pair[1]);
  }

  @Test
  void unexpectedFailureTellsOnlyItsIncident() throws IOException {
    JsonNode result = tool("add_to_cart", "{\"item\":\"bug\",\"quantity\":1}");

    assertThat(result.at("/isError").asBoolean()).isTrue();
    assertThat(result.toString()).contains("Incident i-1.").doesNotContain("secret", "Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"add_to_cart\",\"arguments\":[]}",
        "{\"name\":\"add_to_cart\",\"arguments\":1}",
        "{\"name\":{}}",
        "{}",
        "[]",
        "{\"name\":\"confirm_order\",\"arguments\":{}}"
      })
  void callsOfAnotherShapeNameNoClassOfOurs(String params) throws IOException {
    JsonNode answer = call("tools/call", params);

    assertThat(answer.at("/error/code").asInt()).isEqualTo(-32602);
    assertThat(answer.toString()).doesNotContain("Exception", "java", "jackson", "McpSchema");
    assertThat(doors.operations.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "[{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}]",
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"} {}",
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"id\":8,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"add_to_cart\","
            + "\"arguments\":{\"item\":\"eggs\",\"quantity\":1,\"quantity\":2}}}",
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\"}",
        "{\"method\":{},\"id\":1}",
        "null",
        "\"ping\"",
        "nonsense"
      })
  void whatIsNoMessageIsMalformed(String body) throws IOException {
    Reply reply = send(body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("\"code\":\"malformed-json\"");
    AgentDoorTest.assertIsProblem(reply);
    assertThat(doors.operations.asked).isEmpty();
  }

  @Test
  void deepNestingIsMalformed() throws IOException {
    String params = "[".repeat(100) + "]".repeat(100);

    assertThat(send(message("ping", params)).status()).isEqualTo(400);
  }

  @Test
  void bodyHasTheSameBounds() throws IOException {
    String ping = PING + " ".repeat(16 * 1024 - PING.length());

    assertThat(send(ping).status()).isEqualTo(200);
    assertThat(send(ping + " ").status()).isEqualTo(413);
    assertThat(
            RawHttp.send(
                    doors.agentSocket(),
                    RawHttp.post("/mcp", "text/plain", PING).replace("Host: x", "Host: purser"))
                .status())
        .isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.example.com",
        "Host: localhost.evil.example.com",
        "Host: localhost|Origin: http://evil.example.com",
        "Host: localhost|Origin: https://evil.example.com:8480",
        "Host: localhost|Origin: null"
      })
  void pageFromElsewhereIsRefused(String headers) throws IOException {
    Reply reply = with(headers);

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.body()).contains("\"code\":\"origin-refused\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: localhost",
        "Host: localhost:8480",
        "Host: 127.0.0.1:1",
        "Host: [::1]:8480",
        "Host: purser",
        "Host: localhost:1|Origin: http://localhost:1"
      })
  void localNamesAreTaken(String headers) throws IOException {
    assertThat(with(headers).status()).isEqualTo(200);
  }

  @Test
  void versionInTheHeaderMustBeOneOfOurs() throws IOException {
    assertThat(with("Host: localhost|MCP-Protocol-Version: 2025-11-25").status()).isEqualTo(200);
    assertThat(with("Host: localhost|MCP-Protocol-Version: 1999-01-01").status()).isEqualTo(400);
  }

  @Test
  void userWithoutAnAgentIsRefusedFirst() throws Exception {
    try (DoorsUnderTest others = new DoorsUnderTest(DoorsUnderTest.newDirectory()).start()) {
      Reply reply = RawHttp.send(others.agentSocket(), RawHttp.post("/mcp", PING));

      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.body()).contains("\"code\":\"agent-unknown\"");
    }
  }

  private static JsonNode initialize(String version) throws IOException {
    return call(
            "initialize",
            "{\"protocolVersion\":%s,\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}"
                .formatted(version))
        .at("/result");
  }

  private static JsonNode tool(String name, String arguments) throws IOException {
    return call("tools/call", "{\"name\":\"%s\",\"arguments\":%s}".formatted(name, arguments))
        .at("/result");
  }

  private static JsonNode call(String method, String params) throws IOException {
    return answer(send(message(method, params)));
  }

  private static String message(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"q-1\",\"method\":\"%s\",\"params\":%s}"
        .formatted(method, params);
  }

  private static JsonNode answer(Reply reply) throws IOException {
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.head()).contains("Content-Type: application/json\r\n");
    assertThat(reply.body()).doesNotContain("\n");
    return JSON.readTree(reply.body());
  }

  private static Reply send(String body) throws IOException {
    return RawHttp.send(
        doors.agentSocket(), RawHttp.post("/mcp", body).replace("Host: x", "Host: purser"));
  }

  private static Reply with(String headers) throws IOException {
    return RawHttp.send(
        doors.agentSocket(),
        RawHttp.post("/mcp", PING).replace("Host: x", headers.replace("|", "\r\n")));
  }

  private static JsonNode tool(JsonNode tools, String name) {
    for (JsonNode tool : tools) {
      if (tool.at("/name").asText().equals(name)) {
        return tool;
      }
    }
    throw new AssertionError(name);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> components(Class<?> type) {
    return Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }
}
