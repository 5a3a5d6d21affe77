package dev.purser.daemon.files;

import java.nio.file.Path;

/**
 * A file that somebody may get at who should not.
 *
 * @param path the file itself, or the part of its path that is too open
 * @param fact what is wrong, beginning with the path
 * @param fix what to do about it
 */
public record Exposure(Path path, String fact, String fix) {

  /** One sentence for the administrator. */
  public String sentence() {
    return fact + ": " + fix;
  }
}
