package dev.purser.daemon.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "owner",
    description = "Lets the owner's passkeys in, lists them, puts an end to one.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = PasskeysCommand.class)
final class OwnerCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "enrol",
      description = {
        "Prints a code that lets one passkey in, once, within ten minutes.",
        "Type it on the page that is named, in the browser or phone that is to confirm orders."
      })
  void enrol(@Mixin Control control) throws IOException {
    JsonNode issued = control.post("/owner/codes", Map.of());
    if (control.wantsJson()) {
      out().println(issued);
      return;
    }
    out()
        .println(
            "Open %s and type %s before %s. Tell the code to nobody."
                .formatted(
                    issued.path("page").asText(),
                    issued.path("code").asText(),
                    issued.path("expiresAt").asText()));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
