package dev.purser.daemon.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * What an agent program takes for a language model: an OpenAI-compatible endpoint that follows a
 * script. Each step sees the answer of the tool before it.
 */
final class ScriptedModel implements AutoCloseable {
  private final HttpServer server;
  private final List<Function<JsonNode, Call>> script;
  private final List<String> heard = new ArrayList<>();

  /** The model calls a tool. */
  record Call(String tool, Map<String, ?> arguments) {}

  ScriptedModel(List<Function<JsonNode, Call>> script) throws IOException {
    this.script = script;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/chat/completions", this::complete);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /** Everything that the program ever told its model. */
  String heard() {
    return String.join("\n", heard);
  }

  private void complete(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    heard.add(body);
    List<JsonNode> answers = toolAnswers(McpClients.json(body));
    byte[] events =
        (event(delta(answers), null) + event(Map.of(), reason(answers)) + "data: [DONE]\n\n")
            .getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, events.length);
    exchange.getResponseBody().write(events);
    exchange.close();
  }

  private static List<JsonNode> toolAnswers(JsonNode conversation) {
    return StreamSupport.stream(conversation.at("/messages").spliterator(), false)
        .filter(message -> message.at("/role").asText().equals("tool"))
        .map(message -> message.at("/content/0/text").asText(message.at("/content").asText()))
        .map(text -> text.startsWith("{") ? McpClients.json(text) : MissingNode.getInstance())
        .toList();
  }

  private Map<String, ?> delta(List<JsonNode> answers) throws IOException {
    if (answers.size() == script.size()) {
      return Map.of("role", "assistant", "content", "Done.");
    }
    JsonNode last = answers.isEmpty() ? MissingNode.getInstance() : answers.get(answers.size() - 1);
    Call call = script.get(answers.size()).apply(last);
    Map<String, ?> function =
        Map.of(
            "name", call.tool(), "arguments", McpClients.JSON.writeValueAsString(call.arguments()));
    return Map.of(
        "role",
        "assistant",
        "tool_calls",
        List.of(
            Map.of(
                "index",
                0,
                "id",
                "call-" + answers.size(),
                "type",
                "function",
                "function",
                function)));
  }

  private String reason(List<JsonNode> answers) {
    return answers.size() == script.size() ? "stop" : "tool_calls";
  }

  private static String event(Map<String, ?> delta, String reason) throws IOException {
    Map<String, Object> choice = new HashMap<>();
    choice.put("index", 0);
    choice.put("delta", delta);
    choice.put("finish_reason", reason);
    return "data: "
        + McpClients.JSON.writeValueAsString(
            Map.of(
                "id",
                "1",
                "object",
                "chat.completion.chunk",
                "created",
                1,
                "model",
                "scripted",
                "choices",
                List.of(choice)))
        + "\n\n";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
