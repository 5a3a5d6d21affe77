package dev.purser.daemon.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.purser.daemon.confirmation.Mandate;
import dev.purser.daemon.confirmation.MandateCheck;
import dev.purser.daemon.confirmation.MandateFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "mandate",
    description = "Takes the evidence of a yes away, and checks it anywhere.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = StandingCommand.class)
final class MandateCommand {
  private static final int EXIT_DOES_NOT_HOLD = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "export", description = "Prints an order's mandate, to be kept as a file.")
  void export(
      @Parameters(paramLabel = "ORDER", description = "The order's id.") String id,
      @Mixin Control control)
      throws IOException {
    JsonNode mandate = control.get("/mandates/" + Urls.part(id));
    out().println(control.wantsJson() ? mandate.toString() : mandate.toPrettyString());
  }

  @Command(
      name = "verify",
      description = {
        "Checks a mandate without daemon, database or network: the order's digest, and what the"
            + " passkey signed.",
        "Exits with 3 when something does not hold, and says what. Compare the passkey's number with"
            + " 'purser owner passkeys' where you trust it."
      })
  int verify(
      @Parameters(paramLabel = "FILE", description = "What 'purser mandate export' printed.")
          Path file)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new RefusedException("there is no file " + file);
    }
    Mandate mandate = MandateFile.read(Files.readString(file));
    Optional<String> finding = MandateCheck.finding(mandate);
    out()
        .println(
            finding
                .map(what -> "Does not hold: " + what + ".")
                .orElseGet(() -> "Holds: " + MandateCheck.says(mandate)));
    return finding.isPresent() ? EXIT_DOES_NOT_HOLD : 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
