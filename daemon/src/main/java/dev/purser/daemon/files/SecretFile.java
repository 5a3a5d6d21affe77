package dev.purser.daemon.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Secrets come from files: environment and command line can be read by others on the machine. */
public final class SecretFile {
  /** A library that is handed anything else quotes it in its error, and so shows the secret. */
  private static final Pattern ONE_PRINTABLE_WORD = Pattern.compile("[\\x21-\\x7e]+");

  private SecretFile() {}

  /**
   * The file's one word, without the space around it.
   *
   * @throws IllegalArgumentException when there is no such file, it cannot be read, or it holds
   *     anything but one word of printable ASCII; names the path, never the content
   */
  public static Secret read(Path file) {
    String word = textOf(file).strip();
    if (word.isEmpty()) {
      throw new IllegalArgumentException(file + " is empty; it should hold a secret");
    }
    if (!ONE_PRINTABLE_WORD.matcher(word).matches()) {
      throw new IllegalArgumentException(
          file + " should hold one secret and nothing else, without spaces or line breaks inside");
    }
    return new Secret(word);
  }

  private static String textOf(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(file + " is not a file; it should hold a secret");
    }
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read; it should hold a secret", e);
    }
  }
}
