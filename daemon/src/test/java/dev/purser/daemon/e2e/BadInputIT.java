package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.agentapi.ProblemCode;
import dev.purser.daemon.e2e.RawPost.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Other people's collections of hostile input, through the socket of a running daemon. */
class BadInputIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path COLLECTIONS = Path.of("..", "agent-api", "src", "test", "resources");
  private static final List<String> OPERATIONS = List.of("add-to-cart", "propose-order");
  private static final Set<String> CODES =
      Arrays.stream(ProblemCode.values()).map(ProblemCode::code).collect(Collectors.toSet());
  private static final int KINDS_OF_QUANTITY = 30;

  private static final Demo DEMO = Demo.stopped().hurried();
  private static final RawPost AGENT = new RawPost(DEMO.doors().agent());
  private static final OwnerByHttp OWNER = new OwnerByHttp(DEMO);

  @BeforeAll
  static void start() {
    DEMO.edit("policy.yml", "maxOpenProposals: 5", "maxOpenProposals: 1000").start();
    DEMO.purser("budget", "set", "household/pantry", DEMO.thisMonth().toString(), "99999.00", "USD")
        .orFail();
  }

  @AfterAll
  static void remove() {
    DEMO.close();
  }

  @Test
  void everyJsonFileIsAProblemOrAnAnswerAndTheNextRequestIsAnswered() throws IOException {
    List<Path> files = TestFiles.in(COLLECTIONS.resolve("json"), ".json");
    assertThat(files).hasSizeGreaterThan(200);
    for (Path file : files) {
      for (String operation : OPERATIONS) {
        assertHarmless(file, AGENT.bytes(operation, Files.readAllBytes(file)));
        assertAnswersTheNext();
      }
    }
  }

  @Test
  void everyNaughtyStringInAnyFieldIsAProblemOrAnAnswer() throws IOException {
    for (String naughty : naughtyStrings()) {
      assertHarmless(naughty, AGENT.json("add-to-cart", Map.of("item", naughty, "quantity", 1)));
      assertHarmless(
          naughty,
          AGENT.json("add-to-cart", Map.of("item", "eggs", "quantity", 1, "vendor", naughty)));
      assertHarmless(
          naughty, AGENT.json("add-to-cart", Map.of("item", "eggs", "quantity", naughty)));
      assertHarmless(naughty, AGENT.json("propose-order", Map.of("vendor", naughty)));
      assertHarmless(naughty, AGENT.json("propose-order", Map.of("order", naughty)));
      assertHarmless(naughty, AGENT.json("propose-order", Map.of(naughty, naughty)));
      assertAnswersTheNext();
    }
  }

  @Test
  void everyNaughtyStringAsAReasonIsStoredAndShownHarmlessly() throws Exception {
    emptyCart();
    Shown plain = shown(proposed("plain words", 0));
    assertThat(plain.page()).contains("“<bdi>plain words</bdi>”");
    assertThat(plain.letter().text()).contains("plain words");

    Map<String, String> orders = ordersWithNaughtyReasons();
    assertThat(orders).hasSizeGreaterThan(400);
    for (Map.Entry<String, String> order : orders.entrySet()) {
      Shown naughty = shown(order.getKey());
      assertThat(naughty.marks()).as("marks around %s", order.getValue()).isEqualTo(plain.marks());
      assertThat(naughty.characters()).as(order.getValue()).doesNotContainPattern("\\p{Cc}");
    }
    assertTerminalObeysNothing(orders);
  }

  /** Orders by id with their reasons; strings that are refused, or say nothing, are left out. */
  private static Map<String, String> ordersWithNaughtyReasons() throws IOException {
    Map<String, String> orders = new LinkedHashMap<>();
    int number = 0;
    for (String naughty : naughtyStrings()) {
      number++;
      fillCart(number);
      Reply reply = AGENT.json("propose-order", Map.of("reason", naughty));
      assertHarmless(naughty, reply);
      if (reply.status() == 200 && !naughty.isBlank()) {
        assertThat(reply.at("/status")).isEqualTo("awaiting_confirmation");
        orders.put(reply.at("/order"), naughty);
      }
    }
    return orders;
  }

  private static String proposed(String reason, int number) throws IOException {
    fillCart(number);
    return AGENT.json("propose-order", Map.of("reason", reason)).at("/order");
  }

  /** Some naughty strings are fruit to the search. */
  private static void emptyCart() throws IOException {
    Reply cart = AGENT.json("add-to-cart", Map.of("item", "eggs", "quantity", 0));
    for (JsonNode line : cart.body().at("/cart/lines")) {
      AGENT.json("add-to-cart", Map.of("item", line.at("/sku").asText(), "quantity", 0));
    }
  }

  /** Other quantities for each number: the same lines again would be the same order. */
  private static void fillCart(int number) throws IOException {
    List<Integer> quantities =
        List.of(1 + number % KINDS_OF_QUANTITY, 1 + number / KINDS_OF_QUANTITY);
    AGENT.json("add-to-cart", Map.of("item", "701111", "quantity", quantities.get(0)));
    AGENT.json("add-to-cart", Map.of("item", "715211", "quantity", quantities.get(1)));
  }

  /** An order as the owner sees it, on the page and in the letter. */
  private record Shown(String page, OwnerByHttp.Letter letter) {
    /** What the daemon points out: it says more the more was proposed today. */
    private static final String ATTENTION =
        "(?s)<section class=\"card\" id=\"attention\">.*?</section>"
            + "|<div class=\"beware\".*?</div>\\s*</div>";

    /** How many tags there are, and how many addresses a mail program would make into links. */
    List<Integer> marks() {
      return List.of(
          count(page.replaceAll(ATTENTION, ""), "<"),
          count(letter.html(), "<"),
          count(letter.html(), "://"),
          count(letter.text(), "://"));
    }

    /** What has a shape and what only commands, but for the ends of lines. */
    String characters() {
      return (page + letter.text() + letter.html()).replaceAll("[\\n\\r]", "");
    }

    private static int count(String text, String mark) {
      return text.split(mark, -1).length - 1;
    }
  }

  private static Shown shown(String order) throws IOException, InterruptedException {
    OwnerByHttp.Letter letter = OWNER.letterAbout(order);
    return new Shown(OWNER.page(letter.link()), letter);
  }

  /** The owner's reason to decline is told on the terminal, but for long ones. */
  private static void assertTerminalObeysNothing(Map<String, String> orders) throws Exception {
    List<String> commanding =
        orders.keySet().stream()
            .filter(order -> orders.get(order).chars().anyMatch(Character::isISOControl))
            .limit(5)
            .toList();
    assertThat(commanding).isNotEmpty();
    for (String order : commanding) {
      String naughty = orders.get(order);
      String reason =
          "\u001b[31m" + naughty.substring(0, naughty.offsetByCodePoints(0, 1)) + "\u0007";
      assertThat(OWNER.decline(OWNER.letterAbout(order).link(), reason)).isTrue();
      assertThat(DEMO.purser("order", "show", order).orFail().replace("\n", ""))
          .contains("declined", "?[31m")
          .doesNotContainPattern("\\p{C}");
    }
  }

  private static void assertHarmless(Object what, Reply reply) {
    if (reply.status() == 200) {
      return;
    }
    assertThat(reply.status()).as("%s: %s", what, reply).isBetween(400, 499);
    assertThat(reply.contentType()).as("%s", what).startsWith("application/problem+json");
    assertThat(reply.at("/code")).as("%s", what).isIn(CODES);
    assertThat(reply.body().at("/status").asInt()).as("%s", what).isEqualTo(reply.status());
  }

  private static void assertAnswersTheNext() throws IOException {
    Reply next = AGENT.json("add-to-cart", Map.of("item", "eggs", "quantity", 1));
    assertThat(next.at("/result")).isEqualTo("in_cart");
  }

  private static List<String> naughtyStrings() throws IOException {
    byte[] all = Files.readAllBytes(COLLECTIONS.resolve("blns").resolve("blns.json"));
    return List.of(JSON.readValue(all, String[].class));
  }
}
