package dev.purser.daemon.notices;

import dev.purser.daemon.files.SecretFile;
import java.nio.file.Path;

/** A channel's secret, read whenever it is needed, so that a new one holds at once. */
final class KeyFile {
  private KeyFile() {}

  /**
   * The file's one word.
   *
   * @throws UndeliveredException when there is none; names the path, never the content
   */
  static String word(Path file) throws UndeliveredException {
    try {
      return SecretFile.read(file).reveal();
    } catch (IllegalArgumentException e) {
      throw new UndeliveredException(String.valueOf(e.getMessage()), e);
    }
  }
}
