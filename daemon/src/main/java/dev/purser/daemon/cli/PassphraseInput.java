package dev.purser.daemon.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a new passphrase comes from: never from an argument, which everybody could read. */
final class PassphraseInput {
  @Option(
      names = "--passphrase-stdin",
      description = "Read the passphrase from one line of standard input; never from an argument.")
  private boolean fromStdin;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "Read the passphrase from the first line of a file; remove the file yourself.")
  private @Nullable Path file;

  boolean isGiven() {
    return fromStdin || file != null;
  }

  /** The passphrase as given, or as typed twice on the terminal. */
  String read() throws IOException {
    if (fromStdin) {
      return firstLine(
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
          "standard input");
    }
    return file == null ? askedTwice() : firstLine(Files.newBufferedReader(file), file.toString());
  }

  private static String firstLine(BufferedReader in, String where) throws IOException {
    try (in) {
      String line = in.readLine();
      if (line == null) {
        throw new RefusedException("no passphrase came on " + where);
      }
      return line;
    }
  }

  @SuppressWarnings("SystemConsoleNull") // Null without a terminal up to JDK 21.
  private static String askedTwice() {
    Console console = System.console();
    if (console == null) {
      throw new RefusedException("there is no terminal to ask on; use --passphrase-stdin");
    }
    char[] once = console.readPassword("New passphrase, at least 8 characters: ");
    char[] again = console.readPassword("The same again: ");
    if (once == null || !Arrays.equals(once, again)) {
      throw new RefusedException("the two are not the same; nothing was changed");
    }
    return new String(once);
  }
}
