package dev.purser.daemon.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * An agent in bubblewrap, cut off from everything but the directory of its socket: both operations
 * work from in there, and nothing else does.
 */
class BubblewrapIT {
  private static final OsUsers USERS = OsUsers.ofThisMachine();
  private static final String EGGS = "{\"item\":\"eggs\",\"quantity\":2}";

  private static House house;

  @BeforeAll
  static void open() {
    assumeTrue(
        USERS.haveWall() && sandboxed(USERS.agent(), List.of(), "true").run().exit() == 0,
        "not root, or this machine does not let its users make user namespaces");
    house = House.open(USERS, HouseRules.usual());
    house.budgetOf("100.00");
  }

  @AfterAll
  static void close() {
    if (house != null) {
      house.close();
    }
  }

  @Test
  void bothOperationsWorkAndStillDoAfterTheDaemonHasRestarted() {
    assertThat(ask(List.of(), "add-to-cart", EGGS)).contains("in_cart");
    assertThat(ask(List.of(), "propose-order", "{\"reason\":\"eggs are nearly out\"}"))
        .contains("awaiting_confirmation");

    Process waiting = askerThatWaits();
    house.restart();
    assertThat(letGo(waiting)).contains("awaiting_confirmation");
  }

  @Test
  void uidOfASandboxIsTheRealOne() {
    assertThat(ask(List.of("--uid", "0", "--gid", "0"), "add-to-cart", EGGS)).contains("in_cart");
    assertThat(
            curl(USERS.stranger(), List.of("--uid", uidOf(USERS.agent())), "add-to-cart", EGGS)
                .run()
                .exit())
        .as("another user who says that it is the agent")
        .isNotZero();
  }

  @Test
  void nothingElseAnswers() {
    assertThat(ask(List.of(), "orders", "{}")).contains("\"status\":404");
    assertThat(inside("curl", "--silent", "http://localhost:" + house.doors().port() + "/").exit())
        .as("the owner's port")
        .isEqualTo(7);
    assertThat(inside("ls", house.files().dir().toString()).exit()).isNotZero();
    assertThat(inside("ls", "/purser").out().split("\n"))
        .containsExactlyInAnyOrder("agent.sock", "agent.sock.lock");
    assertThat(inside("cat", "/purser/agent.sock.lock").exit()).isNotZero();
    assertThat(inside("touch", "/purser/planted").exit()).isNotZero();
  }

  private static Command.Ran inside(String... words) {
    return sandboxed(USERS.agent(), List.of(), words).run();
  }

  private static String ask(List<String> options, String operation, String body) {
    return curl(USERS.agent(), options, operation, body).run().orFail();
  }

  private static Command curl(OsUser user, List<String> options, String operation, String body) {
    return sandboxed(
        user,
        options,
        "curl",
        "--silent",
        "--unix-socket",
        "/purser/agent.sock",
        "--json",
        body,
        "http://purser/v1/" + operation);
  }

  /** A sandbox that was made before the restart, and asks when it is let go. */
  private static Process askerThatWaits() {
    Command command =
        sandboxed(
            USERS.agent(),
            List.of(),
            "sh",
            "-c",
            "echo ready; read go; exec curl --silent --unix-socket /purser/agent.sock --json"
                + " '{\"reason\":\"eggs are nearly out\"}' http://purser/v1/propose-order");
    try {
      Process process = new ProcessBuilder(command.words()).start();
      assertThat(process.getInputStream().readNBytes("ready\n".length())).isNotEmpty();
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String letGo(Process waiting) {
    try (var in = waiting.getOutputStream()) {
      in.write('\n');
      in.flush();
      return new String(waiting.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String uidOf(OsUser user) {
    return Command.of("id", "-u", user.name()).run().orFail().strip();
  }

  private static Command sandboxed(OsUser user, List<String> options, String... command) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "bwrap",
                "--unshare-all",
                "--die-with-parent",
                "--ro-bind",
                "/usr",
                "/usr",
                "--symlink",
                "usr/lib",
                "/lib",
                "--symlink",
                "usr/lib64",
                "/lib64",
                "--symlink",
                "usr/bin",
                "/bin",
                "--proc",
                "/proc",
                "--dev",
                "/dev"));
    if (house != null) {
      words.addAll(List.of("--bind", house.doors().agent().getParent().toString(), "/purser"));
    }
    words.addAll(options);
    words.addAll(List.of(command));
    return new Command(words).after(user.becoming());
  }
}
