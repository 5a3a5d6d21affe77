package dev.purser.daemon.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads the administrator's files: an unknown or doubled key, or a second document, is an error,
 * never ignored.
 */
public final class StrictYaml {
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .addModule(new Jdk8Module())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictYaml() {}

  /**
   * Reads one document.
   *
   * @throws InvalidPolicyException naming the file, the line and the key
   */
  public static <T> T read(Path file, String text, Class<T> type) {
    try {
      T value = YAML.readValue(text, type);
      if (value == null) {
        throw new InvalidPolicyException(file + " is empty");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new InvalidPolicyException(sentence(file, e), e);
    }
  }

  private static String sentence(Path file, JsonProcessingException e) {
    String where =
        e.getLocation() == null ? file.toString() : file + ":" + e.getLocation().getLineNr();
    if (e instanceof UnrecognizedPropertyException unknown) {
      // Found only at the end of what it stands in, so the line would be another one's.
      return "%s: '%s' is not a key here; known are %s"
          .formatted(file, key(unknown), new TreeSet<>(unknown.getKnownPropertyIds()));
    }
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return "%s: %s: %s".formatted(where, key(mapping), rootMessage(e));
    }
    return where + ": " + e.getOriginalMessage();
  }

  private static String key(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static String rootMessage(JsonProcessingException e) {
    Throwable cause = e.getCause();
    return cause == null || cause.getMessage() == null
        ? e.getOriginalMessage()
        : cause.getMessage();
  }
}
