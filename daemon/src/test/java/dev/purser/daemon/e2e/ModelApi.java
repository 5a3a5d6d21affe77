package dev.purser.daemon.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** How an agent program and its model talk, as far as a scripted one needs it. */
interface ModelApi {
  /** The model calls a tool. */
  record Call(String tool, Map<String, ?> arguments) {}

  /** Where the program asks for the next step of a conversation. */
  String path();

  /** What tools answered in a conversation so far, as text. */
  List<String> toolAnswers(JsonNode conversation);

  /** Server-sent events that make a call, which is known by its number. */
  String events(Call call, int number);

  /** Server-sent events that say this and end the turn. */
  String events(String lastWords);
}
