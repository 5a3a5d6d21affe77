package dev.purser.daemon.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "standing",
    description = {
      "Lists what the owner has said yes to in advance, puts an end to one.",
      "Only the owner's passkey grants one, at /owner/mandates on the owner's pages."
    },
    synopsisSubcommandLabel = "COMMAND")
final class StandingCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "list", description = "Lists standing mandates, ended ones too.")
  void list(@Mixin Control control) throws IOException {
    JsonNode mandates = control.get("/mandates/standing");
    if (control.wantsJson()) {
      out().println(mandates);
      return;
    }
    Table table = new Table("MANDATE", "STANDING", "AGENT", "ORDERS", "SPENT", "UNTIL", "WHY");
    for (JsonNode mandate : mandates) {
      table.row(
          mandate.path("mandate").asText(),
          mandate.path("standing").asText(),
          mandate.path("agent").asText(),
          mandate.path("uses").asText() + " of " + mandate.path("usesAtMost").asText(),
          mandate.path("used").asText() + " of " + mandate.path("usedAtMost").asText(),
          mandate.path("until").asText(),
          mandate.path("why").isTextual() ? mandate.path("why").asText() : "-");
    }
    table.print(out());
  }

  @Command(
      name = "revoke",
      description =
          "Puts an end to a standing mandate at once. What was confirmed under it goes on.")
  void revoke(
      @Parameters(paramLabel = "MANDATE", description = "Its id, as in the list.") String id,
      @Mixin Control control)
      throws IOException {
    JsonNode revoked = control.post("/mandates/standing/" + Urls.part(id) + "/revoke", Map.of());
    out()
        .println(
            control.wantsJson()
                ? revoked.toString()
                : "Nothing is bought under " + id + " any more.");
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
