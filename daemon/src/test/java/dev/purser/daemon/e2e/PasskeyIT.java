package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.daemon.e2e.CurlAgent.Answer;
import dev.purser.daemon.owner.Browser;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The owner's passkey on the jar that people run: enrolled, used, exported, verified, revoked. */
class PasskeyIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Browser BROWSER = new Browser();

  @AfterAll
  static void quit() {
    BROWSER.quit();
  }

  @Test
  void aPasskeyTakesThePassphrasesPlaceAndItsYesIsProvenAnywhere() throws Exception {
    try (Demo demo = Demo.stopped().hurried()) {
      demo.start();
      BROWSER.authenticator(true);
      enrol(demo);
      String passkey =
          json(demo.purser("owner", "passkeys", "list", "--json")).at("/0/passkey").asText();
      OwnerByHttp byHttp = new OwnerByHttp(demo);
      Answer order = proposed(demo, "eggs");
      String link = byHttp.letterAbout(order.at("/order")).link();

      BROWSER.open(link);
      BROWSER.pressOnceAlive("#passkey button");
      assertThat(BROWSER.text()).startsWith("Confirmed");
      mandateIsProven(demo, order.at("/order"), passkey);

      Answer another = proposed(demo, "milk");
      String next = byHttp.letterAbout(another.at("/order")).link();
      assertThat(byHttp.confirm(next)).isEqualTo(Optional.of(false));

      demo.purser("owner", "passkeys", "revoke", passkey).orFail();
      assertThat(byHttp.confirm(next)).isEqualTo(Optional.of(true));
      assertThat(json(demo.purser("audit", "verify", "--json")).at("/result").asText())
          .isEqualTo("intact");
    }
  }

  private static void enrol(Demo demo) throws Exception {
    JsonNode issued = json(demo.purser("owner", "enrol", "--json"));
    BROWSER.open(issued.at("/page").asText());
    BROWSER.find("#code").sendKeys(issued.at("/code").asText());
    BROWSER.find("#label").sendKeys("test phone");
    BROWSER.pressOnceAlive("#enrol button");
    assertThat(BROWSER.text()).contains("Passkey added");
  }

  private static Answer proposed(Demo demo, String item) {
    CurlAgent agent = new CurlAgent(OsUser.self(), demo.doors().agent());
    agent.addToCart(item, 1);
    Answer order = agent.propose(item + " nearly out");
    assertThat(order.at("/status")).isEqualTo("awaiting_confirmation");
    return order;
  }

  /** Without daemon and database: another process, and a file. */
  private static void mandateIsProven(Demo demo, String order, String passkey) {
    String mandate = demo.purser("mandate", "export", order).orFail();
    Path file = demo.file("mandate.json");
    TestFiles.write(file, mandate);
    Path key = demo.file("key.json");
    TestFiles.write(key, demo.purser("mandate", "key").orFail());
    assertThat(verify(file).orFail()).contains("Holds", passkey, order, "USD", "believed");
    assertThat(verify(file, "--key", key.toString()).orFail()).contains("Holds", "was given");

    Path ap2 = demo.file("ap2.json");
    TestFiles.write(ap2, demo.purser("mandate", "export", order, "--format", "ap2").orFail());
    assertThat(verify(ap2, "--key", key.toString()).orFail()).contains("Holds", "AP2");

    TestFiles.write(file, mandate.replace("eggs", "gold").replace("Eggs", "Gold"));
    assertThat(verify(file).exit()).isEqualTo(3);
    assertThat(verify(file).out()).contains("requisition");
  }

  private static Command.Ran verify(Path file, String... options) {
    return PurserJar.command(
            OsUser.self(),
            Stream.concat(Stream.of("mandate", "verify", file.toString()), Stream.of(options))
                .toArray(String[]::new))
        .run();
  }

  private static JsonNode json(Command.Ran ran) throws JsonProcessingException {
    return JSON.readTree(ran.orFail());
  }
}
