package dev.purser.daemon.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.daemon.ap2.Ap2Check;
import dev.purser.daemon.confirmation.MandateCheck;
import dev.purser.daemon.confirmation.MandateFile;
import dev.purser.daemon.seals.Alteration;
import dev.purser.daemon.seals.SealKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "mandate",
    description = "Takes the evidence of a yes away, and checks it anywhere.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = StandingCommand.class)
final class MandateCommand {
  private static final int EXIT_DOES_NOT_HOLD = 3;
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** As what a mandate is exported; by their names in small letters. */
  enum Format {
    purser,
    ap2
  }

  @Command(
      name = "export",
      description = {
        "Prints an order's mandate, to be kept as a file: with its seal, and the daemon's public key.",
        "As 'ap2' it is signed anew as the Agent Payments Protocol's checkout and payment mandates"
            + " (version 0.2), and only while all of it holds."
      })
  void export(
      @Parameters(paramLabel = "ORDER", description = "The order's id.") String id,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "purser",
              description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} without it.")
          Format format,
      @Mixin Control control)
      throws IOException {
    String path = "/mandates/" + Urls.part(id);
    print(control, control.get(format == Format.ap2 ? path + "/ap2" : path));
  }

  @Command(
      name = "key",
      description = {
        "Prints the public key that the daemon seals mandates with, as a JSON Web Key.",
        "Take it from where you trust the daemon to where mandates are checked."
      })
  void key(@Mixin Control control) throws IOException {
    print(control, control.get("/mandates/key"));
  }

  private void print(Control control, JsonNode answer) {
    out().println(control.wantsJson() ? answer.toString() : answer.toPrettyString());
  }

  @Command(
      name = "verify",
      description = {
        "Checks a mandate without daemon, database or network: every field by its seal, the order's"
            + " digest, and what the passkey signed.",
        "Exits with 3 when something does not hold, and names each field. Compare the passkey's"
            + " number with 'purser owner passkeys' where you trust it."
      })
  int verify(
      @Parameters(paramLabel = "FILE", description = "What 'purser mandate export' printed.")
          Path file,
      @Option(
              names = "--key",
              paramLabel = "KEY",
              description =
                  "What 'purser mandate key' printed. Without it the key in the file is believed"
                      + " as it came.")
          @Nullable Path key)
      throws IOException {
    String text = text(file);
    Optional<SealKey> trusted = key == null ? Optional.empty() : Optional.of(key(text(key)));
    JsonNode ap2 = ap2(text);
    return ap2.isEmpty() ? mandate(MandateFile.read(text), trusted) : ap2(ap2, trusted);
  }

  private int mandate(MandateFile file, Optional<SealKey> trusted) {
    List<Alteration> findings = MandateCheck.findings(file, trusted);
    return findings.isEmpty() ? holds(MandateCheck.says(file, trusted)) : doesNot(findings);
  }

  private int ap2(JsonNode file, Optional<SealKey> trusted) {
    List<Alteration> findings = Ap2Check.findings(file, trusted);
    return findings.isEmpty() ? holds(Ap2Check.says(file, trusted)) : doesNot(findings);
  }

  private int holds(String says) {
    out().println("Holds: " + says);
    return 0;
  }

  private int doesNot(List<Alteration> findings) {
    findings.forEach(finding -> out().println("Does not hold: " + finding + "."));
    return EXIT_DOES_NOT_HOLD;
  }

  private static String text(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new RefusedException("there is no file " + file);
    }
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static SealKey key(String text) {
    try {
      @SuppressWarnings("unchecked") // An object of JSON has names for keys.
      Map<String, Object> fields = JSON.readValue(text, Map.class);
      return SealKey.read(fields);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new RefusedException("the file of --key is no public key of a daemon's");
    }
  }

  /** Empty when it is none. */
  private static JsonNode ap2(String text) {
    try {
      JsonNode file = JSON.readTree(text);
      return Ap2Check.isExport(file) ? file : JSON.createObjectNode();
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
