package dev.purser.daemon.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.nio.file.Path;

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
    } catch (JsonMappingException e) {
      throw new InvalidPolicyException(
          e.getPath().isEmpty() && e.getCause() == null
              ? where(file, e) + ": " + e.getOriginalMessage()
              : file + ": " + YamlMistake.sentence(e, text),
          e);
    } catch (JsonProcessingException e) {
      throw new InvalidPolicyException(where(file, e) + ": " + e.getOriginalMessage(), e);
    }
  }

  private static String where(Path file, JsonProcessingException e) {
    return e.getLocation() == null ? file.toString() : file + ":" + e.getLocation().getLineNr();
  }
}
