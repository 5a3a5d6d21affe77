package dev.purser.daemon.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.daemon.doctor.Examination;
import dev.purser.daemon.doctor.Finding;
import dev.purser.daemon.files.FileOwner;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "doctor",
    description = {
      "Tries the wall from both sides, as root and as each agent's user, and says what to mend.",
      "Changes nothing. Exits with 0 when nothing failed, with 3 when something did."
    })
final class DoctorCommand implements Callable<Integer> {
  /** The wall does not hold. */
  private static final int EXIT_FAILED = 3;

  private static final int ROOT = 0;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Default: ${DEFAULT-VALUE}",
      defaultValue = "/etc/purser/purser.yml")
  private Path config = Path.of("/etc/purser/purser.yml");

  @Option(
      names = "--agent",
      paramLabel = "USER",
      description = "Try it as this OS user only; without it, as every agent of the policy.")
  private @Nullable String agent;

  @Option(names = "--strict", description = "Exit with 3 for a warning, too.")
  private boolean strict;

  @Option(names = "--json", description = "Print the findings as JSON, for programs.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (FileOwner.ownUid() != ROOT) {
      throw new RefusedException("only root sees both sides of the wall: use sudo");
    }
    Path file = config.toAbsolutePath();
    List<Finding> findings =
        Examination.of(
            file, ConfigurationFile.read(file), Optional.ofNullable(agent), Clock.systemUTC());
    if (json) {
      out().println(asJson(findings));
    } else {
      print(findings);
    }
    Finding.Level bearable = strict ? Finding.Level.OK : Finding.Level.WARN;
    return worst(findings).compareTo(bearable) > 0 ? EXIT_FAILED : 0;
  }

  private static Finding.Level worst(List<Finding> findings) {
    return findings.stream()
        .map(Finding::level)
        .max(Finding.Level::compareTo)
        .orElse(Finding.Level.FAIL);
  }

  private void print(List<Finding> findings) {
    Table table = new Table("RESULT", "CHECK", "SEEN");
    findings.forEach(finding -> table.row(shown(finding), finding.check(), finding.saw()));
    table.print(out());
    List<Finding> mend = findings.stream().filter(finding -> !finding.fix().isEmpty()).toList();
    if (!mend.isEmpty()) {
      out().println("\nTo mend:");
      mend.forEach(
          finding ->
              out().println(Table.harmless("  %s: %s".formatted(finding.check(), finding.fix()))));
    }
    out().flush();
  }

  private static String shown(Finding finding) {
    return finding.level() == Finding.Level.FAIL
        ? "FAIL"
        : finding.level().name().toLowerCase(Locale.ROOT);
  }

  private static String asJson(List<Finding> findings) throws JsonProcessingException {
    return new ObjectMapper()
        .writeValueAsString(
            Map.of(
                "result",
                worst(findings).name().toLowerCase(Locale.ROOT),
                "findings",
                findings.stream()
                    .map(
                        finding ->
                            Map.of(
                                "level", finding.level().name().toLowerCase(Locale.ROOT),
                                "check", finding.check(),
                                "saw", finding.saw(),
                                "fix", finding.fix()))
                    .toList()));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
