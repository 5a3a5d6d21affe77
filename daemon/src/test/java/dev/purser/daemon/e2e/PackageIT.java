package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.purser.daemon.documents.Setups;
import dev.purser.daemon.e2e.Command.Ran;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Debian package on a machine that has never had Purser: installed, set up, used, removed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackageIT {
  private ScratchMachine machine;
  private Installed installed;
  private final Mailbox mail = new Mailbox();

  @BeforeAll
  void install() {
    assumeTrue(ScratchMachine.isPossible(), "needs root, and a kernel that makes namespaces");
    machine = ScratchMachine.build();
    installed = Installed.setUp(machine, mail);
    installed.start();
  }

  @AfterAll
  void leave() {
    if (machine != null) {
      machine.close();
    }
    mail.close();
  }

  @Test
  void theAgentHasItsTwoOperations() {
    String cart = machine.as("agent", "purser-agent add-to-cart eggs --quantity 2").run().orFail();
    String order = machine.as("agent", "purser-agent propose-order").run().orFail();

    assertThat(cart).contains("Eggs, grade A, large", "5.88 USD");
    assertThat(order).contains("awaiting_confirmation");
    assertThat(mail.letter(1)).contains("Corner Store", "/o/");
  }

  @Test
  void theDoctorFindsNothingToMend() {
    Ran doctor = machine.asRoot("purser doctor").run();

    assertThat(doctor.out()).contains("by mail through localhost").doesNotContain("FAIL", "WARN");
    assertThat(doctor.exit()).isZero();
  }

  static Stream<Setups.Block> documented() {
    return Setups.runnable();
  }

  /** In the order that they stand in; what an earlier one did is there for a later one. */
  @ParameterizedTest
  @MethodSource("documented")
  void everySetupThatIsDocumentedWorks(Setups.Block block) {
    Ran ran = machine.as(block.user(), block.commands()).run();

    assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
    assertThat(ran.out()).contains(block.output());
  }

  @Test
  void groundThatTheAgentCanWriteKeepsItFromStarting() {
    installed.stop();
    machine.asRoot("chmod o+w /etc/purser").run().orFail();
    try {
      Ran refused = installed.tryToStart();

      assertThat(refused.exit()).isNotZero();
      assertThat(refused.out() + refused.err()).contains("/etc/purser");
    } finally {
      machine.asRoot("chmod o-w /etc/purser").run().orFail();
      installed.start();
    }
    theAgentHasItsTwoOperations();
  }

  @ParameterizedTest
  @ValueSource(strings = {"purser", "purser-setup", "purser-budget-set", "purser-agent"})
  void everyCommandHasAManPage(String page) {
    assertThat(machine.asRoot("zcat -f /usr/share/man/man1/" + page + ".1*").run().orFail())
        .contains("NAME", "SYNOPSIS");
  }

  @Test
  void theShellCompletesCommands() {
    String completed =
        machine
            .asRoot(
                "bash -c 'source /usr/share/bash-completion/completions/purser;"
                    + " COMP_WORDS=(purser bud); COMP_CWORD=1; _complete_purser;"
                    + " echo ${COMPREPLY[@]}'")
            .run()
            .orFail();

    assertThat(completed).contains("budget");
  }

  @Test
  void theShellCompletesTheAgentsOperations() {
    String completed =
        machine
            .asRoot(
                "bash -c 'source /usr/share/bash-completion/completions/purser-agent;"
                    + " COMP_WORDS=(purser-agent add); COMP_CWORD=1; _purser_agent;"
                    + " echo ${COMPREPLY[@]}'")
            .run()
            .orFail();

    assertThat(completed.strip()).isEqualTo("add-to-cart");
  }

  @Test
  void theDocumentsComeWithIt() {
    assertThat(machine.file("/usr/share/doc/purser/quick-start.md")).isNotEmptyFile();
    assertThat(machine.file("/usr/share/doc/purser/agents/README.md")).isNotEmptyFile();
    assertThat(machine.file("/usr/share/doc/purser/examples/policy.yml")).isNotEmptyFile();
    assertThat(machine.file("/usr/share/doc/purser/examples/vendors/corner-store.yml"))
        .isNotEmptyFile();
  }

  @Test
  void theUnitIsOneThatSystemdTakes() {
    assumeTrue(
        machine.asRoot("command -v systemd-analyze").run().exit() == 0, "there is no systemd here");

    Ran verified =
        machine.asRoot("systemd-analyze verify --man=no /lib/systemd/system/purser.service").run();

    assertThat(verified.err()).doesNotContain("purser.service:");
    assertThat(verified.exit()).isZero();
  }

  /** The other machine has the same ports, so one of the two daemons waits. */
  @Test
  void removedItLeavesTheBooksAndNothingThatRuns() {
    installed.stop();
    try (ScratchMachine other = ScratchMachine.build()) {
      Installed.setUp(other, mail).start();

      String told = other.asRoot("dpkg --purge purser").run().orFail();

      assertThat(other.asRoot("pgrep --runstates DRST --uid purser java").run().exit()).isNotZero();
      assertThat(told).contains("/run/purser", "groupdel purser-agents");

      assertThat(other.asRoot("ls /usr/share/purser /usr/bin/purser*").run().exit()).isNotZero();
      assertThat(other.file("/var/lib/purser/database")).isDirectory();
      assertThat(other.asRoot("dpkg --list purser").run().exit()).isNotZero();
    } finally {
      installed.start();
    }
  }
}
