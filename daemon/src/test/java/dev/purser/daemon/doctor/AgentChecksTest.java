package dev.purser.daemon.doctor;

import static dev.purser.daemon.doctor.ProcessChecksTest.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.daemon.config.PaymentsConfig;
import dev.purser.daemon.doctor.Finding.Level;
import dev.purser.daemon.payments.StripeConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an agent's user may do, and what money may be spent; each as it should be and not. */
class AgentChecksTest {
  private final Path directory;

  AgentChecksTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void agentInOrdinaryGroupsIsFine() throws Exception {
    assertThat(groups("agent purser-agents audio").level()).isEqualTo(Level.OK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker",
        "lxd",
        "adm",
        "disk",
        "sudo",
        "wheel",
        "shadow",
        "systemd-journal",
        "purser",
        "purser-operators",
        "root"
      })
  void agentInAGroupThatLeadsAroundTheWallIsAFailure(String group) throws Exception {
    Finding finding = groups("agent " + group);

    assertThat(finding.level()).isEqualTo(Level.FAIL);
    assertThat(finding.saw()).isEqualTo("is in " + group);
    assertThat(finding.fix()).contains("gpasswd --delete agent " + group);
  }

  @Test
  void agentThatIsNoUserIsAFailure() throws Exception {
    Shell shell = (words, input) -> new Shell.Ran(1, "id: 'agent': no such user");

    assertThat(only(new GroupsCheck(shell, "agent", Set.of())).level()).isEqualTo(Level.FAIL);
  }

  @ParameterizedTest
  @CsvSource({
    "0, User agent is not allowed to run sudo on here.,           OK",
    "0, User agent may run the following commands on here: ALL,  FAIL",
    "1, sudo: a terminal is required,                            FAIL"
  })
  void agentMayNotSudo(int exit, String output, Level level) throws Exception {
    assertThat(only(new SudoCheck((words, input) -> new Shell.Ran(exit, output), "agent")).level())
        .isEqualTo(level);
  }

  @Test
  void noSudoIsFine() throws Exception {
    Shell none =
        (words, input) -> {
          throw new IOException("no such file");
        };

    assertThat(only(new SudoCheck(none, "agent")).level()).isEqualTo(Level.OK);
  }

  @Test
  void ruleThatNamesTheAgentIsWarnedOf() throws Exception {
    Path rule = Files.writeString(directory.resolve("50.rules"), "unix-user:agents-else");
    RulesCheck check = new RulesCheck(List.of(directory, directory.resolve("none")), "agent");
    assertThat(only(check).level()).isEqualTo(Level.OK);

    Files.writeString(rule, "if (subject.user == \"agent\") return polkit.Result.YES;");
    assertThat(only(check).level()).isEqualTo(Level.WARN);
  }

  @Test
  void attemptThatComesOutOtherwiseIsAFailureWithItsFix() throws Exception {
    Attempt secret = new Attempt(Attempt.Verb.READ, "/secret", false, "chmod");
    Attempt socket = new Attempt(Attempt.Verb.SOCKET, "/agent.sock", true, "join");

    assertThat(reach("no\nyes\n", secret, socket))
        .extracting(Finding::level)
        .containsOnly(Level.OK);
    assertThat(reach("yes\nno\n", secret, socket))
        .extracting(Finding::saw)
        .containsExactly("can read /secret", "does not reach /agent.sock");
    assertThat(reach("Exception\n", secret, socket))
        .extracting(Finding::level)
        .containsExactly(Level.FAIL);
  }

  @Test
  void probeThatWasEndedOrKeptFromTryingIsAFailure() throws Exception {
    Attempt secret = new Attempt(Attempt.Verb.READ, "/secret", false, "chmod");

    assertThat(reach("error: Too many open files\n", secret))
        .extracting(Finding::saw)
        .containsExactly("did not answer (exit 0) error: Too many open files");
    Shell killed = (words, input) -> new Shell.Ran(words.get(0).equals("id") ? 0 : 137, "no\n");
    assertThat(new ReachCheck(killed, "agent", List.of(secret)).look())
        .extracting(Finding::saw)
        .containsExactly("did not answer (exit 137)");
  }

  @Test
  void passphraseIsSet() throws Exception {
    PassphraseCheck check = new PassphraseCheck(directory.resolve("passphrase"));
    assertThat(only(check).level()).isEqualTo(Level.FAIL);

    Files.writeString(directory.resolve("passphrase"), "$argon2id$v=19$…");
    assertThat(only(check).level()).isEqualTo(Level.OK);
  }

  @ParameterizedTest
  @CsvSource({"yes, OK", "no, WARN", "'', WARN"})
  void clockIsSynchronized(String answer, Level level) throws Exception {
    assertThat(only(new ClockCheck((words, input) -> new Shell.Ran(0, answer + "\n"))).level())
        .isEqualTo(level);
  }

  @Test
  void worstCaseCountsEachAmountOnce() throws Exception {
    List<Finding> findings = money(null, PaymentsConfig.Rail.DRY_RUN);

    assertThat(findings.get(0).saw())
        .isEqualTo("at worst 390.00 USD more this month, 200.00 USD in one order");
    assertThat(findings.get(1).level()).isEqualTo(Level.OK);
  }

  @Test
  void fundingCapAboveTheBudgetsIsWarnedOfAndAtThemIsFine() throws Exception {
    assertThat(cap(null)).isEqualTo(Level.WARN);
    assertThat(cap("400.01 USD")).isEqualTo(Level.WARN);
    assertThat(cap("400.00 EUR")).isEqualTo(Level.WARN);
    assertThat(cap("400.00 USD")).isEqualTo(Level.OK);
  }

  private static Level cap(@Nullable String cap) throws IOException {
    return money(cap, PaymentsConfig.Rail.STRIPE).get(1).level();
  }

  private static List<Finding> money(@Nullable String cap, PaymentsConfig.Rail rail)
      throws IOException {
    StripeConfig stripe = new StripeConfig(Path.of("key"), "cus_1", "pm_1", null, null);
    PaymentsConfig payments =
        new PaymentsConfig(rail, null, stripe, cap == null ? null : Money.parse(cap));
    List<BudgetLine> lines =
        List.of(
            line("household", "300.00 USD", "290.00 USD"),
            line("household/pantry", "250.00 USD", "240.00 USD"),
            line("office", "100.00 USD", "100.00 USD"));
    return new FundingCheck(payments, Money.parse("200.00 USD"), () -> lines).look();
  }

  private static BudgetLine line(String category, String budget, String left) {
    return new BudgetLine(new CategoryId(category), Money.parse(budget), Money.parse(left));
  }

  private static Finding groups(String groups) throws Exception {
    Shell shell = (words, input) -> new Shell.Ran(0, groups + "\n");
    return only(new GroupsCheck(shell, "agent", Set.of("purser", "purser-operators")));
  }

  private static List<Finding> reach(String answers, Attempt... attempts) throws IOException {
    Shell shell = (words, input) -> new Shell.Ran(0, words.get(0).equals("id") ? "994\n" : answers);
    return new ReachCheck(shell, "agent", List.of(attempts)).look();
  }
}
