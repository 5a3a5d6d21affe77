package dev.purser.daemon.listeners;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dropwizard.configuration.ConfigurationSourceProvider;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** The "path" is the configuration itself. */
final class StringConfigurationSourceProvider implements ConfigurationSourceProvider {
  @Override
  public InputStream open(String yaml) {
    return new ByteArrayInputStream(yaml.getBytes(UTF_8));
  }
}
