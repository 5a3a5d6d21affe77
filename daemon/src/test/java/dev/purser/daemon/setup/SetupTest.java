package dev.purser.daemon.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.purser.budgets.Money;
import dev.purser.daemon.files.FileOwner;
import dev.purser.daemon.notices.SmtpConfig;
import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.policy.PolicyFile;
import dev.purser.daemon.policy.VendorFiles;
import dev.purser.daemon.wall.BreachedWallException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Setting up a machine that only remembers what it is told. */
class SetupTest {
  private final Path root;
  private final Remembering machine = new Remembering();

  SetupTest(@TempDir Path root) {
    this.root = root;
  }

  @Test
  void everythingIsMadeWithItsOwner() throws Exception {
    run(false, answers());

    assertThat(machine.commands)
        .contains(
            "groupadd --system purser-agents",
            "groupadd --system purser-operators",
            "usermod --append --groups purser-agents agent",
            "usermod --append --groups purser-operators jo");
    assertThat(machine.given)
        .containsEntry("etc/purser", "root:purser rwxr-x---")
        .containsEntry("etc/purser/policy.yml", "root:purser rw-r-----")
        .containsEntry("etc/purser/purser.yml", "root:purser rw-r-----")
        .containsEntry("etc/purser/vendors", "root:purser rwxr-x---")
        .containsEntry("etc/purser/credentials", "root:root rwx------")
        .containsEntry("etc/purser/secrets", "purser:purser rwx------")
        .containsEntry("var/lib/purser", "purser:purser rwx------")
        .containsEntry("etc/systemd/system/purser.service", "root:root rw-r--r--");
  }

  @Test
  void policySaysWhatWasAnswered() throws Exception {
    run(false, answers());

    Policy policy = PolicyFile.read(root.resolve("etc/purser/policy.yml"));
    assertThat(policy.owner().email()).isEqualTo("jo@example.org");
    assertThat(policy.owner().zone()).isEqualTo(ZoneId.of("America/New_York"));
    assertThat(policy.owner().shipTo()).isEqualTo("Jo \"J\" Owner, 1 Harbour Road");
    assertThat(policy.agents())
        .singleElement()
        .satisfies(agent -> assertThat(agent.user()).contains("agent"));
    assertThat(policy.operators().owner()).containsExactly("jo");
    assertThat(policy.limit()).isEqualTo(Money.parse("400.00 USD"));
    assertThat(
            VendorFiles.open(root.resolve("etc/purser/vendors/corner-store.yml")).load().products())
        .isNotEmpty();
  }

  @Test
  void filesPointBelowTheRootAndTheUnitAtTheProgram() throws Exception {
    run(false, answers());

    assertThat(Files.readString(root.resolve("etc/purser/purser.yml")))
        .contains("policy: " + root + "/etc/purser/policy.yml", "baseUrl: https://shop.example.org")
        .doesNotContain(" /etc/purser", " /var/lib/purser", " /run/purser");
    assertThat(Files.readString(root.resolve("etc/systemd/system/purser.service")))
        .contains(System.getProperty("java.home") + "/bin/java ", "User=purser\n", "LimitCORE=0")
        .doesNotContain("/usr/share/purser/purser.jar");
  }

  @Test
  void configurationNamesTheMailServerThatWasAnswered() throws Exception {
    SmtpConfig server =
        new SmtpConfig(
            "mail.example.org",
            465,
            "purser@example.org",
            Optional.of(new SmtpConfig.Login("jo \\ \"j\"", Path.of("/never/written"))),
            SmtpConfig.Tls.TLS,
            Duration.ofSeconds(10));
    assertThat(Remarks.onMail(new Layout(root, "purser"), answers().with(Optional.of(server))))
        .isEmpty();
    run(false, answers().with(Optional.of(server)));

    Path file = root.resolve("etc/purser/purser.yml");
    JsonNode notices = new ObjectMapper(new YAMLFactory()).readTree(file.toFile()).at("/notices");
    assertThat(notices.at("/from").asText()).isEqualTo("purser@example.org");
    assertThat(notices.at("/smtp/host").asText()).isEqualTo("mail.example.org");
    assertThat(notices.at("/smtp/port").asInt()).isEqualTo(465);
    assertThat(notices.at("/smtp/tls").asText()).isEqualTo("TLS");
    assertThat(notices.at("/smtp/from").asText()).isEqualTo("purser@example.org");
    assertThat(notices.at("/smtp/login/username").asText()).isEqualTo("jo \\ \"j\"");
    assertThat(notices.at("/smtp/login/passwordFile").asText())
        .isEqualTo(root.resolve("etc/purser/secrets/smtp-password").toString());
  }

  @Test
  void lettersThatReachNobodyAreRemarkedOn() throws Exception {
    Layout layout = new Layout(root, "purser");
    assertThat(Remarks.onMail(layout, answers()))
        .singleElement()
        .asString()
        .contains("letters stay files", root + "/etc/purser/purser.yml");
    run(false, answers());
    SmtpConfig server =
        new SmtpConfig(
            "mail.example.net",
            25,
            "a@b",
            Optional.empty(),
            SmtpConfig.Tls.NONE,
            Duration.ofSeconds(1));

    assertThat(Remarks.onMail(layout, answers().with(Optional.of(server))))
        .singleElement()
        .asString()
        .contains("stays as it is", "'mail.example.net'");
    assertThat(Remarks.onMail(layout, answers())).isEmpty();
  }

  @Test
  void secondRunChangesNothingAndSaysSo() throws Exception {
    run(false, answers());
    Files.writeString(root.resolve("etc/purser/policy.yml"), "mine now");
    machine.commands.clear();
    Map<String, String> before = Map.copyOf(machine.given);

    String told = run(false, answers());

    assertThat(told.lines()).isNotEmpty().allMatch(line -> line.startsWith("there"));
    assertThat(machine.commands).isEmpty();
    assertThat(machine.given).isEqualTo(before);
    assertThat(root.resolve("etc/purser/policy.yml")).hasContent("mine now");
  }

  @Test
  void policyThatSaysOtherwiseIsToldAndStays() throws Exception {
    assertThat(remarks(answers())).isEmpty();
    run(false, answers());
    assertThat(remarks(answers())).isEmpty();

    SetupAnswers others =
        new SetupAnswers(
            "agent2",
            "jim",
            "jim@example.org",
            answers().budgets(),
            new SetupAnswers.Where(
                URI.create("http://localhost:1"), ZoneId.of("UTC"), "Elsewhere"));
    assertThat(remarks(others))
        .hasSize(5)
        .anyMatch(remark -> remark.contains("does not name agent2: add it under agents"))
        .anyMatch(remark -> remark.contains("does not name jim: add it under operators.owner"))
        .anyMatch(remark -> remark.contains("owner.email: 'jim@example.org' is not in it"))
        .anyMatch(remark -> remark.contains("timeZone: 'UTC'"))
        .anyMatch(remark -> remark.contains("shipTo: 'Elsewhere'"));
    assertThat(Remarks.on(new Layout(root, "purser"), others, new SetupAnswers.Said(false, false)))
        .hasSize(3);
  }

  @Test
  void budgetThatNothingIsSoldForIsRemarkedOn() throws Exception {
    run(false, answers());

    assertThat(Remarks.onBudgets(new Layout(root, "purser"), answers())).isEmpty();
    SetupAnswers mistyped =
        new SetupAnswers(
            "agent",
            "jo",
            "jo@example.org",
            List.of(FirstBudget.parse("houshold/treats=20.00", "USD")),
            answers().where());
    assertThat(Remarks.onBudgets(new Layout(root, "purser"), mistyped))
        .singleElement()
        .asString()
        .startsWith("no vendor sells anything in houshold/treats");
  }

  @Test
  void addressThatWasNotSaidIsRemarkedOn() {
    SetupAnswers.Where said = answers().where();
    SetupAnswers without =
        new SetupAnswers(
            "agent",
            "jo",
            "jo@example.org",
            answers().budgets(),
            new SetupAnswers.Where(said.baseUrl(), said.zone(), Policy.Owner.SHIP_TO_NOT_SAID));

    assertThat(remarks(without)).singleElement().asString().contains("edit shipTo in " + root);
  }

  private List<String> remarks(SetupAnswers answers) {
    return Remarks.on(new Layout(root, "purser"), answers, new SetupAnswers.Said(true, true));
  }

  @Test
  void whatIsThereWithAnotherOwnerIsLeftAndTold() throws Exception {
    run(false, answers());
    machine.given.put("etc/purser", "agent:agent rwxrwxrwx");

    assertThat(run(false, answers()))
        .contains("left as it is; it is agent:agent rwxrwxrwx, new ones are root:purser rwxr-x---");
  }

  @Test
  void dryRunTellsAndMakesNothing() throws Exception {
    assertThat(run(true, answers()))
        .contains(
            "would  make group purser-agents", "would  make " + root + "/etc/purser/policy.yml");
    assertThat(machine.commands).isEmpty();
    try (Stream<Path> made = Files.list(root)) {
      assertThat(made).isEmpty();
    }
  }

  @Test
  void symlinkThatSomebodyElsePlantedIsRefusedBeforeAnythingIsMade(@TempDir Path elsewhere)
      throws Exception {
    Path planted = Files.createSymbolicLink(root.resolve("var"), elsewhere);
    run(true, answers());

    assumeTrue(FileOwner.ownUid() == 0, "not root");
    Files.setAttribute(planted, "unix:uid", 4242, LinkOption.NOFOLLOW_LINKS);
    assertThatThrownBy(() -> run(false, answers()))
        .isInstanceOf(BreachedWallException.class)
        .hasMessageContaining(planted + " is a symlink of another user (uid 4242)");
    assertThat(machine.commands).isEmpty();
    assertThat(root.resolve("etc")).doesNotExist();
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void unitOfAPackageIsEnough() throws Exception {
    Path packaged = root.resolve("lib/systemd/system/purser.service");
    Files.createDirectories(packaged.getParent());
    Files.writeString(packaged, "[Unit]");

    run(false, answers());

    assertThat(root.resolve("etc/systemd/system/purser.service")).doesNotExist();
  }

  @Test
  void agentWithoutAUserOfItsOwnIsRefused() {
    assertThatThrownBy(() -> answers("root", "jo")).hasMessageContaining("not root");
    assertThatThrownBy(() -> answers("jo", "jo")).hasMessageContaining("user of its own");
    assertThatThrownBy(() -> answers("a; rm", "jo")).hasMessageContaining("is no name");
  }

  @Test
  void budgetIsReadAsItIsWritten() {
    assertThat(FirstBudget.parse("household/pantry=400.00", "USD").amount())
        .isEqualTo(Money.parse("400.00 USD"));
    assertThatThrownBy(() -> FirstBudget.parse("household/pantry", "USD"))
        .hasMessageContaining("write it like household/pantry=400.00");
    assertThatThrownBy(() -> FirstBudget.parse("household=0.00", "USD"))
        .hasMessageContaining("more than nothing");
  }

  private String run(boolean pretend, SetupAnswers answers) throws IOException {
    StringWriter told = new StringWriter();
    new Setup(new Layout(root, "purser"), machine, answers).run(pretend, new PrintWriter(told));
    return told.toString();
  }

  private static SetupAnswers answers() {
    return answers("agent", "jo");
  }

  private static SetupAnswers answers(String agent, String owner) {
    return new SetupAnswers(
        agent,
        owner,
        "jo@example.org",
        List.of(
            FirstBudget.parse("household/treats=30.00", "USD"),
            FirstBudget.parse("household/pantry=400.00", "USD")),
        new SetupAnswers.Where(
            URI.create("https://shop.example.org"),
            ZoneId.of("America/New_York"),
            "Jo \"J\" Owner, 1 Harbour Road"));
  }

  private final class Remembering implements Machine {
    private final List<String> commands = new ArrayList<>();
    private final Map<String, String> given = new HashMap<>();
    private final Set<String> known = new HashSet<>(Set.of("jo"));

    @Override
    public boolean hasUser(String user) {
      return known.contains(user);
    }

    @Override
    public boolean hasGroup(String group) {
      return known.contains(group);
    }

    @Override
    public boolean isMember(String user, String group) {
      return known.contains(user + " in " + group);
    }

    @Override
    public void run(List<String> words) {
      commands.add(String.join(" ", words));
      String last = words.get(words.size() - 1);
      known.add(words.get(0).equals("usermod") ? last + " in " + words.get(3) : last);
    }

    @Override
    public void give(Path path, Ownership ownership) {
      given.put(root.relativize(path).toString(), ownership.toString());
    }

    @Override
    public Ownership ownershipOf(Path path) {
      String[] words =
          Objects.requireNonNull(given.get(root.relativize(path).toString())).split("[: ]", -1);
      return new Ownership(words[0], words[1], words[2]);
    }
  }
}
