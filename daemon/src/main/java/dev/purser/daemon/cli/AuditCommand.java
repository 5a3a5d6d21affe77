package dev.purser.daemon.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "audit",
    description = "Checks the record of every change.",
    synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {
  /** The chain is broken. */
  private static final int EXIT_BROKEN = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "verify",
      description = "Recomputes the whole chain of events. Exits with 3 when it does not hold.")
  int verify(@Mixin Control control) throws IOException {
    JsonNode report = control.get("/audit/verify");
    boolean intact = report.path("result").asText().equals("intact");
    String sentence =
        intact
            ? "Intact: %s events, head %s"
                .formatted(report.path("events").asText(), report.path("head").asText())
            : "Broken at event %s: %s"
                .formatted(report.path("event").asText(), report.path("finding").asText());
    spec.commandLine().getOut().println(control.wantsJson() ? report.toString() : sentence);
    return intact ? 0 : EXIT_BROKEN;
  }
}
