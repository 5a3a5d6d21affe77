package dev.purser.agentapi.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.agentapi.socket.CannedDaemon;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurserAgentTest {
  private static final String CART = "{\"result\":\"%s\",\"candidates\":[],\"cart\":{}}";
  private static final String ORDER =
      "{\"order\":\"o-1\",\"status\":\"%s\",\"vendor\":\"corner-store\","
          + "\"total\":{\"currency\":\"USD\",\"value\":\"5.88\"},\"violations\":[]}";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource({"in_cart,0", "removed,0", "choose,3", "not_found,3", "something-new,3"})
  void exitSaysWhetherTheCartIsAsAsked(String result, int exit) throws IOException {
    try (CannedDaemon daemon = CannedDaemon.answering(200, CART.formatted(result))) {
      assertThat(run(daemon, "add-to-cart", "eggs", "--quantity", "2")).isEqualTo(exit);
      assertThat(daemon.heard.get(0))
          .startsWith("POST /v1/add-to-cart ")
          .endsWith("{\"item\":\"eggs\",\"quantity\":2}");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "awaiting_confirmation,0",
    "confirmed,0",
    "placed,0",
    "paid,0",
    "denied,3",
    "declined,3",
    "expired,3",
    "undone,3",
    "failed,3"
  })
  void exitSaysWhetherTheOrderGoesItsWay(String status, int exit) throws IOException {
    try (CannedDaemon daemon = CannedDaemon.answering(200, ORDER.formatted(status))) {
      assertThat(run(daemon, "propose-order", "--reason=no eggs")).isEqualTo(exit);
      assertThat(daemon.heard.get(0))
          .startsWith("POST /v1/propose-order ")
          .endsWith("{\"reason\":\"no eggs\"}");
      assertThat(out.toString(UTF_8)).contains("o-1: " + status + ", 5.88 USD at corner-store");
    }
  }

  @Test
  void problemGoesToStandardError() throws IOException {
    try (CannedDaemon daemon =
        CannedDaemon.answering(
            422, "{\"title\":\"Cart empty\",\"code\":\"cart-empty\",\"detail\":\"Add first.\"}")) {
      assertThat(run(daemon, "propose-order")).isEqualTo(4);
      assertThat(err.toString(UTF_8))
          .isEqualTo("purser-agent: Cart empty (cart-empty): Add first.\n");
      assertThat(out.size()).isZero();
    }
  }

  @Test
  void jsonIsPrintedAsItCame() throws IOException {
    String json = "{\"code\":\"x\",\"n\":1.50,\"a\":[null,true,false,{}],\"t\":\"\u00e9\"}";
    try (CannedDaemon daemon = CannedDaemon.answering(422, json)) {
      assertThat(run(daemon, "propose-order", "--order", "o-1", "--json")).isEqualTo(4);
      assertThat(out.toString(UTF_8)).isEqualTo(json + "\n");
    }
  }

  @Test
  void missingDaemonHasAnExitOfItsOwn() throws IOException {
    assertThat(run("add-to-cart", "eggs", "--quantity=1", "--socket=/nonexistent/agent.sock"))
        .isEqualTo(5);
    assertThat(err.toString(UTF_8)).contains("There is no /nonexistent/agent.sock.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "buy",
        "confirm-order",
        "add-to-cart",
        "add-to-cart|eggs",
        "add-to-cart|eggs|--quantity",
        "add-to-cart|eggs|--quantity|many",
        "add-to-cart|eggs|--quantity|1e3",
        "add-to-cart|eggs|--quantity=1|--quantity=2",
        "add-to-cart|eggs|milk|--quantity=1",
        "add-to-cart|eggs|--quantity=1|--price=0",
        "propose-order|eggs",
        "propose-order|--json=yes",
        "mcp|--reason=x"
      })
  void argumentsThatMakeNoSenseAreNotSent(String words) throws IOException {
    assertThat(run(words.split("\\|"))).isEqualTo(2);
    assertThat(err.toString(UTF_8)).startsWith("purser-agent: ").endsWith("--help.\n");
  }

  @Test
  void wordThatLooksLikeAnOptionCanBeAnItem() throws IOException {
    try (CannedDaemon daemon = CannedDaemon.answering(200, CART.formatted("in_cart"))) {
      assertThat(run(daemon, "add-to-cart", "--quantity=1", "--", "--eggs")).isZero();
      assertThat(daemon.heard.get(0)).contains("\"item\":\"--eggs\"");
    }
  }

  @Test
  void helpAndVersionNeedNoDaemon() throws IOException {
    assertThat(run("add-to-cart", "--help")).isZero();
    assertThat(run("--version")).isZero();
    assertThat(out.toString(UTF_8)).contains("Exit codes:", "propose-order", "Purser ");
  }

  @Test
  void textOfOthersCannotSteerTheTerminal() throws IOException {
    String hostile = "Eggs\\u001b]0;pwned\\u0007\\u001b[2J\\u202e\\r\\nTotal: 0.00\\udb40\\udc41";
    try (CannedDaemon daemon =
        CannedDaemon.answering(
            200,
            """
            {"result":"choose","candidates":[{"sku":"1","title":"%s","size":"doz","unit_price":null,
             "vendor":"v","category":"c"}],"cart":{"lines":[{"quantity":1,"title":"%s"}],"totals":[]}}
            """
                .formatted(hostile, hostile))) {
      run(daemon, "add-to-cart", "eggs", "--quantity=1");

      assertThat(out.toString(UTF_8).lines().filter(line -> line.contains("Eggs")))
          .hasSize(2)
          .allSatisfy(line -> assertThat(line).contains("Eggs]0;pwned[2J Total: 0.00"));
      assertThat(out.toString(UTF_8)).doesNotContain("\u001b", "\u0007", "\u202e", "\udb40");
    }
  }

  @Test
  void rehearsalNeedsNoDaemon() throws IOException {
    assertThat(run("rehearse")).isZero();
  }

  private int run(CannedDaemon daemon, String... words) throws IOException {
    return PurserAgent.run(List.of(words), console(daemon.socket().toString()));
  }

  private int run(String... words) throws IOException {
    return PurserAgent.run(
        Stream.of(words).filter(word -> !word.isEmpty()).toList(), console("/nonexistent"));
  }

  private Console console(String socket) {
    return new Console(
        InputStream.nullInputStream(),
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8),
        Map.of("PURSER_AGENT_SOCKET", socket)::get);
  }
}
