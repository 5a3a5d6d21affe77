package dev.purser.daemon.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Anthropic's messages. */
final class AnthropicApi implements ModelApi {
  private static final Map<String, ?> USAGE = Map.of("input_tokens", 1, "output_tokens", 1);

  @Override
  public String path() {
    return "/v1/messages";
  }

  @Override
  public List<String> toolAnswers(JsonNode conversation) {
    return StreamSupport.stream(conversation.at("/messages").spliterator(), false)
        .flatMap(message -> StreamSupport.stream(message.at("/content").spliterator(), false))
        .filter(block -> block.at("/type").asText().equals("tool_result"))
        .map(block -> block.at("/content/0/text").asText(block.at("/content").asText()))
        .toList();
  }

  @Override
  public String events(Call call, int number) {
    Map<String, ?> block =
        Map.of("type", "tool_use", "id", "toolu_" + number, "name", call.tool(), "input", Map.of());
    Map<String, ?> delta =
        Map.of("type", "input_json_delta", "partial_json", McpClients.text(call.arguments()));
    return turn(block, delta, "tool_use");
  }

  @Override
  public String events(String lastWords) {
    return turn(
        Map.of("type", "text", "text", ""),
        Map.of("type", "text_delta", "text", lastWords),
        "end_turn");
  }

  private static String turn(Map<String, ?> block, Map<String, ?> delta, String reason) {
    return event("message_start", Map.of("message", message()))
        + event("content_block_start", Map.of("index", 0, "content_block", block))
        + event("content_block_delta", Map.of("index", 0, "delta", delta))
        + event("content_block_stop", Map.of("index", 0))
        + event("message_delta", Map.of("delta", Map.of("stop_reason", reason), "usage", USAGE))
        + event("message_stop", Map.of());
  }

  private static Map<String, ?> message() {
    Map<String, Object> message = new HashMap<>(Map.of("id", "msg_1", "type", "message"));
    message.putAll(Map.of("role", "assistant", "model", "scripted", "usage", USAGE));
    message.put("content", List.of());
    return message;
  }

  private static String event(String type, Map<String, ?> fields) {
    Map<String, Object> data = new HashMap<>(fields);
    data.put("type", type);
    return "event: " + type + "\ndata: " + McpClients.text(data) + "\n\n";
  }
}
