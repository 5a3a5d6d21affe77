package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * One command sets a machine up, below a directory that stands for its root; a daemon starts from
 * that, an agent proposes, and the doctor finds the wall whole, and then not.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetupIT {
  private static final OsUsers USERS = OsUsers.ofThisMachine();
  private static final String DAEMON = "purser-test";
  private static final int PORT = PurserProcess.freePort();

  private static Path root;
  private static PurserProcess daemon;

  @BeforeAll
  static void makeRoot() {
    assumeTrue(USERS.haveWall(), "not root: users cannot be made");
    root = TestFiles.publicDirectory();
    moveLeftOver();
  }

  /** The daemon's user of an earlier run has its home in a directory that is gone. */
  private static void moveLeftOver() {
    Command.of("usermod", "--home", root.resolve("var/lib/purser").toString(), DAEMON).run();
  }

  @AfterAll
  static void remove() {
    if (daemon != null) {
      daemon.close();
    }
    if (root != null) {
      TestFiles.removeAll(root);
    }
  }

  @Test
  @Order(1)
  void dryRunMakesNothing() {
    assertThat(setup("--dry-run").orFail()).contains("would  make " + root + "/etc/purser");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  @Order(2)
  void scriptThatDoesNotSayAllIsToldWhatIsMissing() {
    Command.Ran ran =
        PurserJar.command(
                OsUser.self(), "setup", "--yes", "--root", root.toString(), "--daemon-user", DAEMON)
            .run();

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("say --agent-user");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  @Order(2)
  void shortPassphraseIsRefusedBeforeAnythingIsMade() {
    Command.Ran ran =
        PurserJar.command(OsUser.self(), arguments("--passphrase-stdin")).runWith("short\n");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("a passphrase has 8 to 1024 characters");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  @Order(2)
  void passwordThatIsNobodysIsRefusedBeforeAnythingIsMade() {
    Command.Ran nobodys = setup("--passphrase-stdin", "--smtp-password-file", "/etc/hostname");
    Command.Ran both = setup("--passphrase-stdin", "--smtp-password-stdin");

    assertThat(nobodys.err()).contains("say --smtp-host and --smtp-user");
    assertThat(both.err()).contains("one of the two can come on standard input");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  @Order(2)
  void ordinaryUserIsSentToRoot() {
    assertThat(PurserJar.command(USERS.owner(), arguments()).run().err())
        .contains("run it as root: sudo purser setup");
    assertThat(doctor().err()).contains("there is no " + root, "run purser setup first");
    assertThat(PurserJar.command(OsUser.self(), "server", root + "/nowhere.yml").run().err())
        .isEqualTo("purser: not started: there is no " + root + "/nowhere.yml\n");
  }

  @Test
  @Order(3)
  void oneCommandSetsAllUp() throws IOException {
    assertThat(setup("--passphrase-stdin").orFail())
        .contains(
            "made   " + root + "/etc/purser/policy.yml", "The passphrase is set", "400.00 USD");

    assertThat(owned("etc/purser")).isEqualTo("root:purser-test");
    assertThat(owned("etc/purser/policy.yml")).isEqualTo("root:purser-test");
    assertThat(owned("etc/purser/secrets/passphrase")).isEqualTo("purser-test:purser-test");
    assertThat(owned("var/lib/purser/database/purser.mv.db")).isEqualTo("purser-test:purser-test");
    assertThat(Files.getPosixFilePermissions(root.resolve("var/lib/purser/database/purser.mv.db")))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  @Test
  @Order(4)
  void secondRunChangesNothing() {
    assertThat(setup().orFail()).contains("left as it is").doesNotContain("made ");
  }

  @Test
  @Order(4)
  void answerThatThePolicyDoesNotHaveIsRemarkedOn() {
    assertThat(setup("--dry-run", "--ship-to", "Elsewhere").orFail())
        .contains("note   " + root, "shipTo: 'Elsewhere' is not in it");
  }

  @Test
  @Order(5)
  void forgottenPassphraseIsReplacedByTheDaemonsUser() throws IOException {
    Path passphrase = root.resolve("etc/purser/secrets/passphrase");
    String before = TestFiles.read(passphrase);

    assertThat(setup("--passphrase-only", "--passphrase-stdin").orFail())
        .contains("The passphrase is replaced")
        .doesNotContain("there ", "made ");

    assertThat(TestFiles.read(passphrase)).isNotEqualTo(before).startsWith("$argon2id$");
    assertThat(owned("etc/purser/secrets/passphrase")).isEqualTo("purser-test:purser-test");
  }

  @Test
  @Order(6)
  void agentProposesAndTheDoctorFindsTheWallWhole() throws IOException {
    daemon = PurserProcess.start(server(), root.resolve("console.log"));
    daemon.await(
        new PurserProcess.Doors(
            root.resolve("run/purser/agent/agent.sock"),
            root.resolve("run/purser/control/control.sock"),
            PORT));
    CurlAgent agent = new CurlAgent(USERS.agent(), root.resolve("run/purser/agent/agent.sock"));
    assertThat(agent.addToCart("eggs", 2).at("/result")).isEqualTo("in_cart");
    assertThat(agent.propose("eggs are nearly out").at("/status"))
        .isEqualTo("awaiting_confirmation");

    Command.Ran doctor = doctor();
    assertThat(doctor.exit()).as(doctor.out() + doctor.err()).isZero();
    JsonNode report = new ObjectMapper().readTree(doctor.out());
    assertThat(report.at("/result").asText()).isNotEqualTo("fail");
    assertThat(saw(report))
        .contains("at worst 400.00 USD more this month, 400.00 USD in one order")
        .anyMatch(what -> what.endsWith("ways; only its own socket is open"))
        .anyMatch(what -> what.contains("alone as its user"));
    assertThat(report.at("/findings"))
        .extracting(finding -> finding.at("/check").asText())
        .contains("setuid programs", "capabilities", "homes", "scheduled programs");
    assertThat(setup().orFail()).contains("a running daemon").doesNotContain("made ");
  }

  @Test
  @Order(7)
  void doctorSeesWhatTheAgentCanReach() throws IOException {
    TestFiles.chmod(root.resolve("etc/purser"), "rwxr-xr-x");
    TestFiles.chmod(root.resolve("etc/purser/secrets"), "rwxr-xr-x");
    TestFiles.chmod(root.resolve("etc/purser/secrets/passphrase"), "rw-r--r--");
    try {
      Command.Ran doctor = doctor();

      assertThat(doctor.exit()).isEqualTo(3);
      assertThat(saw(new ObjectMapper().readTree(doctor.out())))
          .contains("can read " + root.resolve("etc/purser/secrets/passphrase"));
    } finally {
      TestFiles.chmod(root.resolve("etc/purser/secrets/passphrase"), "rw-------");
      TestFiles.chmod(root.resolve("etc/purser/secrets"), "rwx------");
      TestFiles.chmod(root.resolve("etc/purser"), "rwxr-x---");
    }
  }

  @Test
  @Order(8)
  void oneAncestorThatOthersMayWriteEndsIt() {
    daemon.stop();
    TestFiles.chmod(root.resolve("etc"), "rwxrwxrwx");
    try {
      Command.Ran refused = server().run();
      assertThat(refused.exit()).isNotZero();
      assertThat(refused.err())
          .contains("not started", root + "/etc can be written", "chmod g-w,o-w " + root + "/etc");
      assertThat(doctor().exit()).isEqualTo(3);
    } finally {
      TestFiles.chmod(root.resolve("etc"), "rwxr-xr-x");
    }
  }

  @Test
  @Order(9)
  void realMoneyWithoutAnAddressEndsIt() {
    Path file = root.resolve("etc/purser/purser.yml");
    String dry = TestFiles.read(file);
    TestFiles.write(
        file,
        dry.replace(
            "rail: dry-run",
            "rail: stripe\n  stripe: {apiKeyFile: %s, customer: cus_1, paymentMethod: pm_1}"
                .formatted(root.resolve("etc/purser/secrets/stripe-key"))));
    try {
      Command.Ran refused = server().run();

      assertThat(refused.exit()).isNotZero();
      assertThat(refused.err()).contains("not started", "policy.yml: shipTo: is not said yet");
    } finally {
      TestFiles.write(file, dry);
    }
  }

  @Test
  @Order(9)
  void doctorIsForRootOnly() {
    Command.Ran doctor = PurserJar.command(USERS.owner(), "doctor").run();

    assertThat(doctor.exit()).isEqualTo(1);
    assertThat(doctor.err()).contains("only root sees both sides");
  }

  private static Command.Ran setup(String... more) {
    return PurserJar.command(OsUser.self(), arguments(more)).runWith(House.PASSPHRASE + "\n");
  }

  private static String[] arguments(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "setup",
                "--yes",
                "--root",
                root.toString(),
                "--daemon-user",
                DAEMON,
                "--agent-user",
                USERS.agent().name(),
                "--owner-user",
                USERS.owner().name(),
                "--owner-email",
                "owner@localhost",
                "--budget",
                "household/pantry=400.00",
                "--time-zone",
                HouseFiles.ZONE.getId(),
                "--base-url",
                "http://localhost:" + PORT));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private static Command server() {
    return PurserJar.command(
        OsUser.other(DAEMON), "server", root.resolve("etc/purser/purser.yml").toString());
  }

  private static Command.Ran doctor() {
    return PurserJar.command(
            OsUser.self(),
            "doctor",
            "--json",
            "--config",
            root.resolve("etc/purser/purser.yml").toString())
        .run();
  }

  private static List<String> saw(JsonNode report) {
    List<String> saw = new ArrayList<>();
    report.at("/findings").forEach(finding -> saw.add(finding.at("/saw").asText()));
    return saw;
  }

  private static String owned(String path) throws IOException {
    PosixFileAttributes found = Files.readAttributes(root.resolve(path), PosixFileAttributes.class);
    return found.owner().getName() + ":" + found.group().getName();
  }
}
