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
    name = "passkeys",
    description = "Lists the owner's passkeys, puts an end to one.",
    synopsisSubcommandLabel = "COMMAND")
final class PasskeysCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "list", description = "Lists the owner's passkeys, revoked ones too.")
  void list(@Mixin Control control) throws IOException {
    JsonNode passkeys = control.get("/owner/passkeys");
    if (control.wantsJson()) {
      out().println(passkeys);
      return;
    }
    Table table = new Table("PASSKEY", "PERSON", "LABEL", "ADDED", "REVOKED");
    for (JsonNode passkey : passkeys) {
      table.row(
          passkey.path("passkey").asText(),
          passkey.path("person").asText(),
          passkey.path("label").asText(),
          passkey.path("addedAt").asText(),
          passkey.path("revokedAt").isTextual() ? passkey.path("revokedAt").asText() : "-");
    }
    table.print(out());
  }

  @Command(
      name = "revoke",
      description =
          "Puts an end to a passkey at once. While none is left, the passphrase confirms again.")
  void revoke(
      @Parameters(paramLabel = "PASSKEY", description = "Its number, as in the list.") String id,
      @Mixin Control control)
      throws IOException {
    JsonNode revoked = control.post("/owner/passkeys/" + Urls.part(id) + "/revoke", Map.of());
    out()
        .println(control.wantsJson() ? revoked.toString() : "Passkey " + id + " confirms no more.");
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
