package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.purser.daemon.documents.Setups;
import dev.purser.daemon.e2e.Command.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The set-ups of docs/agents that need a program from elsewhere, with that program, as the agent's
 * user on a machine with the Debian package. Only the profile agent-programs has the programs and
 * runs this; run otherwise, it fails.
 */
@Tag("agent-programs")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentProgramSetupsIT {
  private static final Path PROGRAMS = Path.of("target/agent-programs").toAbsolutePath();

  private static final String LINK =
      """
      cd /usr/local/bin
      for program in node openclaw claude amp; do
        ln --symbolic --force /opt/agent-programs/node_modules/.bin/$program .
      done
      """;

  private final Mailbox mail = new Mailbox();
  private ScratchMachine machine;

  @BeforeAll
  void install() {
    assertThat(PROGRAMS.resolve("installed-lock.json"))
        .as("installed by -Pagent-programs")
        .exists();
    assertThat(ScratchMachine.isPossible()).as("root, and namespaces").isTrue();
    machine = ScratchMachine.buildThatSees(PROGRAMS, "/opt/agent-programs");
    Installed installed = Installed.setUp(machine, mail);
    machine.asRoot(LINK).run().orFail();
    machine
        .asRoot("sed -i 's/undoWindow: 10m/undoWindow: 0s/' /etc/purser/purser.yml")
        .run()
        .orFail();
    installed.start();
  }

  @AfterAll
  void leave() {
    mail.close();
    if (machine != null) {
      machine.close();
    }
    mail.close();
  }

  static Stream<String> documents() {
    return Setups.ofAgentPrograms();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyCommandDoesWhatItsDocumentSays(String document) throws Exception {
    AgentHome home = AgentHome.make(machine, document);
    for (Setups.Block block : Setups.blocks(document).toList()) {
      Ran ran = home.command(block).run();
      assertThat(ran.exit()).as(block + ran.out() + ran.err()).isZero();
      assertThat(ran.out()).as(block.toString()).contains(block.output());
    }
    for (Setups.Written written : Setups.written(document).toList()) {
      String text = Files.readString(home.file(written.path()));
      assertHolds(McpClients.json(text), McpClients.json(written.json()));
    }
  }

  /** Everything that is documented is in the file, whatever else is. */
  private static void assertHolds(JsonNode file, JsonNode documented) {
    if (documented.isObject()) {
      documented.forEachEntry((key, value) -> assertHolds(file.path(key), value));
    } else {
      assertThat(file).isEqualTo(documented);
    }
  }

  @Test
  void openClawTakesEveryConfigurationThatIsDocumented() {
    AgentHome home = AgentHome.make(machine, "configured");
    assertThat(Setups.configurations("openclaw.md"))
        .hasSize(2)
        .allSatisfy(
            json ->
                home.command(
                        "mkdir -p .openclaw && cat > .openclaw/openclaw.json"
                            + " && openclaw config validate")
                    .runWith(json)
                    .orFail());
  }

  @Test
  void claudeCodeAsIsDocumentedShopsAndHearsThatItIsPaid() throws Exception {
    new CheeseStory(
            ClaudeCode.setUpAsDocumented(AgentHome.make(machine, "shopper")),
            new OwnerByHttp(machine.file("/var/lib/purser/outbox"), () -> Installed.PASSPHRASE),
            id -> machine.as("owner", "purser order show --json " + id).run().out())
        .happens();
  }
}
