package dev.purser.daemon.cli;

import dev.purser.daemon.confirmation.PassphraseFile;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "setup",
    description = {
      "Sets the passphrase with which the owner confirms orders. Run it as the daemon's user.",
      "It asks twice on a terminal; a script uses --passphrase-stdin."
    })
final class SetupCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Default: ${DEFAULT-VALUE}",
      defaultValue = "/etc/purser/purser.yml")
  private Path config = Path.of("/etc/purser/purser.yml");

  @Option(
      names = "--passphrase-stdin",
      description = "Read the passphrase from one line of standard input; never from an argument.")
  private boolean fromStdin;

  @Override
  public void run() {
    Path file = ConfigurationFile.read(config).owner().passphraseFile();
    try {
      PassphraseFile.create(file, passphrase());
    } catch (IOException e) {
      throw new RefusedException(
          "cannot write " + file + ": run this as the daemon's user, and make its directory first");
    }
    spec.commandLine()
        .getOut()
        .println("The passphrase is set; a running daemon uses it at once. Only its hash is kept.");
  }

  private CharSequence passphrase() throws IOException {
    return fromStdin ? lineOfStdin() : askedTwice();
  }

  private static CharSequence lineOfStdin() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = in.readLine();
    if (line == null) {
      throw new RefusedException("no passphrase came on standard input");
    }
    return line;
  }

  @SuppressWarnings("SystemConsoleNull") // Null without a terminal up to JDK 21.
  private static CharSequence askedTwice() {
    Console console = System.console();
    if (console == null) {
      throw new RefusedException("there is no terminal to ask on; use --passphrase-stdin");
    }
    char[] once = console.readPassword("New passphrase, at least 8 characters: ");
    char[] again = console.readPassword("The same again: ");
    if (once == null || !Arrays.equals(once, again)) {
      throw new RefusedException("the two are not the same; nothing was changed");
    }
    return CharBuffer.wrap(once);
  }
}
