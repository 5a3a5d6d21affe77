package dev.purser.daemon.inspection;

import dev.purser.daemon.audit.CanonicalJson;
import java.util.Map;
import java.util.Optional;

/** What an event of the trail says. */
record EventBody(String type, String actor, Map<?, ?> data) {
  static EventBody of(String body) {
    Map<String, Object> fields = CanonicalJson.read(body);
    return new EventBody(
        String.valueOf(fields.get("type")),
        String.valueOf(fields.get("actor")),
        fields.get("data") instanceof Map<?, ?> data ? data : Map.of());
  }

  Optional<String> fact(String name) {
    return data.get(name) instanceof String fact ? Optional.of(fact) : Optional.empty();
  }
}
