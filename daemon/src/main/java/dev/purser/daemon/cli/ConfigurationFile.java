package dev.purser.daemon.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import dev.purser.daemon.config.ConfigurationMistake;
import dev.purser.daemon.config.PurserConfiguration;
import dev.purser.daemon.files.FileTrouble;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads {@code purser.yml} the way the daemon does, for commands that do not start one. */
final class ConfigurationFile {
  private ConfigurationFile() {}

  static PurserConfiguration read(Path file) {
    Optional<String> trouble = FileTrouble.withReading(file);
    if (trouble.isPresent()) {
      throw new RefusedException(
          trouble.get() + "; run purser setup first, or name your purser.yml with --config");
    }
    try {
      return new YamlConfigurationFactory<>(
              PurserConfiguration.class,
              Validators.newValidator(),
              Jackson.newObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES),
              "purser")
          .build(new FileConfigurationSourceProvider(), file.toString());
    } catch (IOException e) {
      throw new RefusedException("cannot read " + file + "; name your purser.yml with --config");
    } catch (ConfigurationException e) {
      throw new RefusedException(ConfigurationMistake.sentence(file, e));
    }
  }
}
