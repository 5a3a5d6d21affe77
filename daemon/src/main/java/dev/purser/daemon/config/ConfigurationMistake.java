package dev.purser.daemon.config;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.purser.daemon.policy.YamlMistake;
import io.dropwizard.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is wrong with {@code purser.yml}, in one sentence for the administrator. */
public final class ConfigurationMistake {
  private ConfigurationMistake() {}

  /** The file, the key, what is wrong and what may stand there. */
  public static String sentence(Path file, ConfigurationException mistake) {
    return file + ": " + sentence(mistake, text(file));
  }

  private static String sentence(ConfigurationException mistake, String text) {
    JsonNode type = YamlMistake.document(text).at("/server/type");
    if (type.isValueNode() && !type.asText().equals("purser")) {
      return "server.type: must be purser, not '" + type.asText() + "'";
    }
    return mistake.getCause() instanceof JsonMappingException mapping
            && !mapping.getPath().isEmpty()
        ? YamlMistake.sentence(mapping, text)
        : firstLine(String.join("; ", mistake.getErrors()));
  }

  /** The rest draws an arrow below the place, whose line is said already. */
  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("is no configuration");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
