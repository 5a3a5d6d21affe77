package dev.purser.daemon.cli;

import dev.purser.daemon.confirmation.PassphraseFile;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a new passphrase comes from: never from an argument, which everybody could read. */
final class PassphraseInput {
  @Option(
      names = "--passphrase-stdin",
      description = {
        "Read the passphrase from one line of standard input; never from an argument.",
        "It takes the place of one that was set before."
      })
  private boolean fromStdin;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = {
        "Read the passphrase from the first line of a file; remove the file yourself.",
        "It takes the place of one that was set before."
      })
  private @Nullable Path file;

  boolean isOnStandardInput() {
    return fromStdin;
  }

  boolean isGiven() {
    return fromStdin || file != null;
  }

  /**
   * The passphrase as given, or as typed twice on the terminal, where it is asked for until it will
   * do.
   *
   * @throws RefusedException when the given one will not do
   */
  String read() throws IOException {
    if (fromStdin) {
      return requireLength(SecretLine.ofStandardInput("passphrase"));
    }
    return file == null ? askedTwice() : requireLength(SecretLine.of(file, "passphrase"));
  }

  /** What {@link PassphraseFile} would refuse only after all else is made, refused now. */
  static String requireLength(String passphrase) {
    try {
      PassphraseFile.requireFit(passphrase);
      return passphrase;
    } catch (IllegalArgumentException e) {
      throw new RefusedException(String.valueOf(e.getMessage()));
    }
  }

  @SuppressWarnings("SystemConsoleNull") // Null without a terminal up to JDK 21.
  private static String askedTwice() {
    Console console = System.console();
    if (console == null) {
      throw new RefusedException("there is no terminal to ask on; use --passphrase-stdin");
    }
    return Interview.with(new ConsoleTalk(console))
        .untilItWillDo(talk -> typedTwice(console))
        .orElseThrow(() -> new RefusedException("no passphrase was typed; nothing was changed"));
  }

  private static Optional<String> typedTwice(Console console) {
    char[] once = console.readPassword("New passphrase, at least 8 characters: ");
    if (once == null) {
      return Optional.empty();
    }
    requireLength(new String(once));
    if (!Arrays.equals(once, console.readPassword("The same again: "))) {
      throw new RefusedException("the two are not the same");
    }
    return Optional.of(new String(once));
  }
}
