package dev.purser.agentapi.bridge;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of the daemon's, read leniently: what is missing or of another kind is empty. */
record Answer(Map<String, @Nullable Object> members) {

  static Answer of(String json) {
    return new Answer(Json.object(json));
  }

  /** Made safe for a terminal; "-" for null. */
  String text(String name) {
    Object value = members.get(name);
    return value == null ? "-" : TerminalText.of(value.toString());
  }

  /** As it is, for decisions. */
  String raw(String name) {
    return String.valueOf(members.get(name));
  }

  boolean has(String name) {
    return members.get(name) != null;
  }

  Answer inner(String name) {
    return ofObject(members.get(name));
  }

  List<Answer> list(String name) {
    return members.get(name) instanceof List<?> elements
        ? elements.stream().map(Answer::ofObject).toList()
        : List.of();
  }

  /** "5.88 USD"; a count where it is one; "-" where there is no price. */
  String amount(String name) {
    Answer amount = inner(name);
    return amount.has("value") ? amount.text("value") + " " + amount.text("currency") : text(name);
  }

  @SuppressWarnings("unchecked")
  private static Answer ofObject(@Nullable Object value) {
    return new Answer(
        value instanceof Map<?, ?> object ? (Map<String, @Nullable Object>) object : Map.of());
  }
}
