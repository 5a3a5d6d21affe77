package dev.purser.daemon.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Something that must not be an argument, which everybody could read: one line of a file. */
final class SecretLine {
  private SecretLine() {}

  /**
   * The first line of standard input.
   *
   * @param what such as {@code passphrase}
   * @throws RefusedException when there is none
   */
  static String ofStandardInput(String what) throws IOException {
    return first(
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        "no %s came on standard input".formatted(what));
  }

  /**
   * The first line of a file.
   *
   * @throws RefusedException when there is none
   */
  static String of(Path file, String what) throws IOException {
    if (!Files.isReadable(file)) {
      throw new RefusedException("cannot read " + file);
    }
    return first(Files.newBufferedReader(file), "no %s came on %s".formatted(what, file));
  }

  private static String first(BufferedReader in, String otherwise) throws IOException {
    try (in) {
      String line = in.readLine();
      if (line == null || line.isEmpty()) {
        throw new RefusedException(otherwise);
      }
      return line;
    }
  }
}
