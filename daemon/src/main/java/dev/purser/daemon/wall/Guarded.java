package dev.purser.daemon.wall;

import dev.purser.daemon.files.Exposure;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file or directory that the wall rests on.
 *
 * @param what for people, such as {@code policy}
 */
public record Guarded(String what, Path path, Protection protection) {

  /**
   * What is wrong with it, if anything.
   *
   * @param daemon the uid that the daemon runs as
   */
  public Optional<Exposure> exposure(int daemon) {
    return protection.exposureOf(path, daemon);
  }

  /** Whether nobody but the daemon and root is to read it either. */
  public boolean isPrivate() {
    return protection == Protection.PRIVATE;
  }
}
