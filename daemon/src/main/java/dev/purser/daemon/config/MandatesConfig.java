package dev.purser.daemon.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the evidence of a yes is kept.
 *
 * @param keyFile the daemon's own key, which seals mandates; the first start makes it
 */
public record MandatesConfig(@JsonProperty Path keyFile) {
  static final MandatesConfig DEFAULTS = new MandatesConfig(null);

  public MandatesConfig(@Nullable Path keyFile) {
    this.keyFile = keyFile == null ? Path.of("/var/lib/purser/mandate-key") : keyFile;
  }

  /** Where the trail ended last, signed by the key; beside it, and not in the database. */
  public Path checkpointFile() {
    return keyFile.resolveSibling("checkpoint");
  }
}
