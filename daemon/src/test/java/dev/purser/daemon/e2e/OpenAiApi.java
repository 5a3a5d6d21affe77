package dev.purser.daemon.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** OpenAI's chat completions. */
final class OpenAiApi implements ModelApi {
  @Override
  public String path() {
    return "/v1/chat/completions";
  }

  @Override
  public List<String> toolAnswers(JsonNode conversation) {
    return StreamSupport.stream(conversation.at("/messages").spliterator(), false)
        .filter(message -> message.at("/role").asText().equals("tool"))
        .map(message -> message.at("/content/0/text").asText(message.at("/content").asText()))
        .toList();
  }

  @Override
  public String events(Call call, int number) {
    Map<String, ?> function =
        Map.of("name", call.tool(), "arguments", McpClients.text(call.arguments()));
    Map<String, ?> made =
        Map.of("index", 0, "id", "call-" + number, "type", "function", "function", function);
    return turn(Map.of("role", "assistant", "tool_calls", List.of(made)), "tool_calls");
  }

  @Override
  public String events(String lastWords) {
    return turn(Map.of("role", "assistant", "content", lastWords), "stop");
  }

  private static String turn(Map<String, ?> delta, String reason) {
    return event(delta, null) + event(Map.of(), reason) + "data: [DONE]\n\n";
  }

  private static String event(Map<String, ?> delta, String reason) {
    Map<String, Object> choice = new HashMap<>();
    choice.put("index", 0);
    choice.put("delta", delta);
    choice.put("finish_reason", reason);
    Map<String, Object> chunk = new HashMap<>(Map.of("id", "1", "created", 1, "model", "scripted"));
    chunk.put("object", "chat.completion.chunk");
    chunk.put("choices", List.of(choice));
    return "data: " + McpClients.text(chunk) + "\n\n";
  }
}
