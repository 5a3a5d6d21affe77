package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code purser-agent} as it is installed, against a real daemon. */
class AgentCommandIT {
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"ping\"}";

  private static Demo demo;
  private static AgentCommand agent;

  @BeforeAll
  static void open() {
    demo = Demo.stopped().hurried();
    demo.start();
    agent = new AgentCommand(OsUser.self(), demo.doors().agent());
  }

  @AfterAll
  static void close() {
    demo.close();
  }

  @Test
  void scriptShopsAndReadsTheExitCodes() {
    Command.Ran choice = agent.run("add-to-cart", "cheese", "--quantity", "1");
    assertThat(choice.exit()).isEqualTo(3);
    assertThat(choice.out()).contains("SKU", "Cheese, Cheddar", "The cart is empty.");

    assertThat(agent.run("add-to-cart", "708111", "--quantity=2").orFail())
        .contains("In the cart.", "Eggs, grade A, large", "Total at corner-store: 5.88 USD");
    assertThat(agent.run("add-to-cart", "708111", "--quantity=1000").exit()).isEqualTo(4);

    JsonNode order =
        McpClients.json(agent.run("propose-order", "--reason=eggs are out", "--json").orFail());
    assertThat(order.at("/status").asText()).isEqualTo("awaiting_confirmation");
    assertThat(agent.run("propose-order", "--order", order.at("/order").asText()).orFail())
        .contains("awaiting_confirmation, 5.88 USD at corner-store", "The owner has until");

    agent.run("add-to-cart", "708111", "--quantity=900").orFail();
    Command.Ran denied = agent.run("propose-order");
    assertThat(denied.exit()).isEqualTo(3);
    assertThat(denied.out()).contains("denied", "- budget-exceeded: ");
    assertThat(agent.run("add-to-cart", "708111", "--quantity=0").orFail()).contains("Removed.");
  }

  @Test
  void bridgeOutlivesADaemonThatIsKilledAndComesBack() throws IOException {
    Demo own = Demo.stopped().hurried();
    own.start();
    Process bridge =
        new ProcessBuilder(new AgentCommand(OsUser.self(), own.doors().agent()).mcp())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (own;
        BufferedWriter in = bridge.outputWriter();
        BufferedReader out = bridge.inputReader()) {
      assertThat(asked(in, out, 1).has("result")).isTrue();
      own.kill();
      assertThat(asked(in, out, 2).at("/error/message").asText()).contains("not reachable");
      own.start();
      assertThat(asked(in, out, 3).has("result")).isTrue();
    } finally {
      bridge.destroyForcibly();
    }
  }

  private static JsonNode asked(BufferedWriter in, BufferedReader out, int id) throws IOException {
    in.write(PING.formatted(id));
    in.newLine();
    in.flush();
    JsonNode answer = McpClients.json(out.readLine());
    assertThat(answer.at("/id").asInt()).isEqualTo(id);
    return answer;
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "connect"})
  void sandboxThatForbidsTheCallIsNamed(String call) throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/bwrap")), "no bubblewrap");
    Path filter = Files.write(demo.file("filter.bpf"), SandboxFilter.refusing(call));
    Command.Ran ran =
        Command.of(
                "sh",
                "-c",
                "exec bwrap --dev-bind / / --seccomp 3 \"$@\" 3<" + filter,
                "sh",
                AgentCommand.directory().resolve("purser-agent").toString(),
                "add-to-cart",
                "eggs",
                "--quantity=1",
                "--socket=" + demo.doors().agent())
            .run();

    assertThat(ran.exit()).as(ran.err() + ran.out()).isEqualTo(6);
    assertThat(ran.err()).contains("Blocked by a sandbox: use the MCP server");
  }

  @Test
  void userOutsideTheGroupIsToldWhichOne() {
    OsUsers users = OsUsers.ofThisMachine();
    assumeTrue(users.haveWall(), "not root: there is no other user");
    try (House house = House.open(users, HouseRules.usual())) {
      Command.Ran ran =
          new AgentCommand(users.owner(), house.doors().agent())
              .run("add-to-cart", "eggs", "--quantity=1");

      assertThat(ran.exit()).isEqualTo(5);
      assertThat(ran.err()).contains("may not open", "group purser-agents");
      assertThat(List.of(ran.out())).containsExactly("");
    }
  }
}
