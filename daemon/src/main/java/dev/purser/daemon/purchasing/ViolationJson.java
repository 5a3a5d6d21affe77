package dev.purser.daemon.purchasing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.purser.agentapi.ViolationView;
import dev.purser.budgets.Violation;
import java.io.UncheckedIOException;
import java.util.List;

/** Keeps a denial's reasons with the order, as its agent was told them. */
final class ViolationJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .build();

  private ViolationJson() {}

  static String write(List<Violation> violations) {
    try {
      return JSON.writeValueAsString(
          violations.stream().map(violation -> violation.match(new ViolationViews())).toList());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("violations do not make JSON", e);
    }
  }

  static List<ViolationView> read(String json) {
    try {
      return JSON.readValue(json, new TypeReference<List<ViolationView>>() {});
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("stored violations do not parse", e);
    }
  }
}
