package dev.purser.daemon.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "audit",
    description = "Checks the record of every change.",
    synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {
  /** The chain is broken, or the books do not agree with it. */
  private static final int EXIT_BROKEN = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "verify",
      description = {
        "Recomputes the whole chain of events, and compares orders and budgets with it.",
        "Exits with 3 when something does not hold, and says what."
      })
  int verify(@Mixin Control control) throws IOException {
    JsonNode report = control.get("/audit/verify");
    PrintWriter out = spec.commandLine().getOut();
    if (control.wantsJson()) {
      out.println(report);
    } else {
      sentences(report).forEach(out::println);
    }
    return report.path("result").asText().equals("intact") ? 0 : EXIT_BROKEN;
  }

  private static List<String> sentences(JsonNode report) {
    if (report.path("result").asText().equals("broken")) {
      return List.of(
          "Broken at event %s: %s"
              .formatted(report.path("event").asText(), report.path("finding").asText()));
    }
    List<String> sentences = new ArrayList<>();
    for (JsonNode finding : report.path("findings")) {
      sentences.add(
          "Wrong: %s: %s"
              .formatted(finding.path("subject").asText(), finding.path("finding").asText()));
    }
    sentences.add(
        "%s: %s events, head %s"
            .formatted(
                sentences.isEmpty() ? "Intact" : "The trail is intact, the books are not",
                report.path("events").asText(),
                report.path("head").asText()));
    return sentences;
  }
}
