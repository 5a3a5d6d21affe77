package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.e2e.RemoteAgent.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An agent elsewhere, from the owner's word on it to the end that the owner puts to it. */
class RemoteAgentIT {
  private static final Demo DEMO = Demo.stopped().hurried();
  private static final RemoteAgent AGENT = RemoteAgent.named("pantry-vm");
  private static final OwnerByHttp OWNER = new OwnerByHttp(DEMO);

  @BeforeAll
  static void start() {
    DEMO.remote(AGENT).start();
  }

  @AfterAll
  static void remove() {
    DEMO.close();
    TestFiles.removeAll(AGENT.dir());
  }

  @Test
  void agentElsewhereShopsWithinItsBoundsUntilItIsRevoked() throws Exception {
    assertThat(AGENT.addToCart("708111", 2).status()).as("before it is added").isZero();
    assertThat(DEMO.purser("agent", "list").orFail()).contains("pantry-vm", "no-certificate");

    String added =
        DEMO.purser(
                "agent",
                "add",
                "pantry-vm",
                "--certificate",
                AGENT.certificate().toString(),
                "--cap",
                "10.00",
                "USD",
                "--expires",
                "2099-12-31")
            .orFail();
    assertThat(added).contains("cap 10.00 USD", "last day ");

    assertThat(purserAgent("add-to-cart", "708111", "--quantity", "3").orFail()).contains("708111");
    assertThat(AGENT.addToCart("708111", 2).at("/result")).isEqualTo("in_cart");
    Answer waiting = AGENT.propose();
    assertThat(waiting.at("/status")).isEqualTo("awaiting_confirmation");
    OwnerByHttp.Letter letter = OWNER.letterAbout(waiting.at("/order"));
    assertThat(letter.text()).contains("by pantry-vm");

    AGENT.addToCart("708111", 20);
    Answer tooDear = AGENT.propose();
    assertThat(tooDear.at("/violations/0/code")).isEqualTo("agent-cap-exceeded");
    assertThat(tooDear.at("/violations/0/limit/value")).isEqualTo("10.00");

    assertThat(DEMO.purser("agent", "revoke", "pantry-vm").orFail())
        .contains("its one order that waited is declined");
    assertThat(AGENT.askAfter(waiting.at("/order")).status()).as("after its end").isZero();
    Command.Ran turnedAway = purserAgent("propose-order");
    assertThat(turnedAway.exit()).isEqualTo(5);
    assertThat(turnedAway.err()).contains("https://localhost:" + AGENT.port());
    assertThat(OWNER.confirm(letter.link())).isEmpty();
    assertThat(DEMO.purser("agent", "list", "--json").orFail())
        .contains("\"standing\":\"revoked\"");
    assertThat(DEMO.purser("audit", "verify").exit()).isZero();
  }

  @Test
  void whatIsNoCertificateOfAnAgentIsRefusedInASentence() {
    assertThat(add("pantry-vm", AGENT.identity().toString()).err()).contains("certificate");
    assertThat(add("stranger", AGENT.certificate().toString()).err())
        .contains("The policy names no agent 'stranger'");
    assertThat(add("pantry", AGENT.certificate().toString()).err())
        .contains("needs no certificate");
  }

  /** Our own client, as the agent would run it. */
  private static Command.Ran purserAgent(String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(AgentCommand.directory().resolve("purser-agent").toString());
    words.addAll(List.of(arguments));
    words.addAll(AGENT.reaching());
    return new Command(words).run();
  }

  private static Command.Ran add(String name, String certificate) {
    Command.Ran ran = DEMO.purser("agent", "add", name, "--certificate", certificate);
    assertThat(ran.exit()).isEqualTo(1);
    return ran;
  }
}
