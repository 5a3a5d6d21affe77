package dev.purser.daemon.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * What an agent program takes for a language model: an endpoint that follows a script. Each step
 * sees the answer of the tool before it.
 */
final class ScriptedModel implements AutoCloseable {
  private final HttpServer server;
  private final ModelApi api;
  private final List<Function<JsonNode, ModelApi.Call>> script;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  ScriptedModel(ModelApi api, List<Function<JsonNode, ModelApi.Call>> script) throws IOException {
    this.api = api;
    this.script = script;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(api.path(), this::complete);
    server.start();
  }

  /** Without the API's path. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Everything that the program ever told its model. */
  String heard() {
    return String.join("\n", heard);
  }

  private void complete(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    heard.add(body);
    byte[] events = next(api.toolAnswers(McpClients.json(body))).getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, events.length);
    exchange.getResponseBody().write(events);
    exchange.close();
  }

  private String next(List<String> answers) {
    int step = answers.size();
    if (step == script.size()) {
      return api.events("Done.");
    }
    String last = answers.isEmpty() ? "" : answers.get(step - 1);
    JsonNode answer = last.startsWith("{") ? McpClients.json(last) : MissingNode.getInstance();
    return api.events(script.get(step).apply(answer), step);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
