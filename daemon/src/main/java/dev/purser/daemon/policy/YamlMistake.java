package dev.purser.daemon.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is wrong with a file: the key, what stands there and what may. The reader's own words name
 * the program's types, which nobody can write into a file.
 */
public final class YamlMistake {
  private static final ObjectMapper YAML = new YAMLMapper();

  private final JsonMappingException mistake;
  private final JsonNode written;

  private YamlMistake(JsonMappingException mistake, JsonNode document) {
    this.mistake = mistake;
    JsonNode node = document;
    for (JsonMappingException.Reference step : mistake.getPath()) {
      node =
          step.getFieldName() == null ? node.path(step.getIndex()) : node.path(step.getFieldName());
    }
    this.written = node;
  }

  /**
   * One sentence.
   *
   * @param text the whole file's
   */
  public static String sentence(JsonMappingException mistake, String text) {
    return new YamlMistake(mistake, document(text)).sentence();
  }

  /** The file as it is written; missing when it is no YAML. */
  public static JsonNode document(String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private String sentence() {
    if (mistake instanceof UnrecognizedPropertyException unknown) {
      return unknownKey(key(), unknown.getKnownPropertyIds());
    }
    if (mistake instanceof ValueInstantiationException refused) {
      return refused(refused.getType());
    }
    if (mistake instanceof InvalidFormatException misfit) {
      return "%s: '%s' is %s".formatted(key(), misfit.getValue(), no(misfit.getTargetType()));
    }
    if (mistake instanceof MismatchedInputException && mistake.getCause() == null) {
      return "%s: %s cannot stand here".formatted(key(), shape());
    }
    return because();
  }

  /** A record refuses what is missing before anybody looks for keys that it does not have. */
  private String refused(JavaType type) {
    if (isDuration(type.getRawClass())) {
      return "%s: '%s' is %s".formatted(key(), written.asText(), no(type.getRawClass()));
    }
    Set<String> known =
        YAML.getDeserializationConfig().introspect(type).findProperties().stream()
            .map(property -> property.getName())
            .collect(Collectors.toSet());
    for (String name : (Iterable<String>) written::fieldNames) {
      if (!known.contains(name)) {
        return unknownKey(key().isEmpty() ? name : key() + "." + name, known);
      }
    }
    return because();
  }

  private String because() {
    Throwable cause = mistake.getCause();
    String why =
        cause == null || cause.getMessage() == null
            ? mistake.getOriginalMessage()
            : cause.getMessage();
    return key().isEmpty() || why.startsWith(key()) ? why : key() + ": " + why;
  }

  private static String unknownKey(String key, Collection<?> known) {
    return "'%s' is not a key here; known are %s".formatted(key, new TreeSet<>(known));
  }

  private static String no(Class<?> type) {
    if (type.isEnum()) {
      return "not one of " + allowed(type);
    }
    if (type == java.time.Duration.class) {
      return "no duration: write it like PT10S or PT2M";
    }
    if (isDuration(type)) {
      return "no duration: write it like 30s, 10m or 24h";
    }
    if (type == URI.class) {
      return "no address: write it like https://purser.example.org";
    }
    boolean isTruth = type == boolean.class || type == Boolean.class;
    return isTruth ? "neither true nor false" : "not a number that fits";
  }

  private static String allowed(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> YAML.valueToTree(constant).asText())
        .collect(Collectors.joining(", "));
  }

  /** The server's library has its own. */
  private static boolean isDuration(Class<?> type) {
    return type.getSimpleName().equals("Duration");
  }

  private String shape() {
    if (written.isArray()) {
      return "a list";
    }
    if (written.isObject()) {
      return "a group of keys";
    }
    return written.isValueNode() && !written.isNull() ? "'" + written.asText() + "'" : "nothing";
  }

  private String key() {
    return mistake.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }
}
