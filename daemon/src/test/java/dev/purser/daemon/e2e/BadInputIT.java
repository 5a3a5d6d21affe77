package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.agentapi.ProblemCode;
import dev.purser.daemon.e2e.RawPost.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private static final Demo DEMO = Demo.stopped();
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
    Shown plain = shown(proposed("plain words", 0));
    assertThat(plain.page()).contains("“<bdi>plain words</bdi>”");
    assertThat(plain.letter()).contains("plain words");

    Map<String, String> orders = ordersWithNaughtyReasons();
    assertThat(orders).hasSizeGreaterThan(400);
    for (Map.Entry<String, String> order : orders.entrySet()) {
      Shown naughty = shown(order.getKey());
      assertThat(naughty.page()).as(order.getValue()).isNotEqualTo(plain.page());
      assertThat(naughty.marks()).as("marks around %s", order.getValue()).isEqualTo(plain.marks());
      assertThat(naughty.letter().replaceAll("[\\n\\r\\t]", ""))
          .as(order.getValue())
          .doesNotContainPattern("\\p{Cc}");
      assertThat(naughty.page().replaceAll("[\\n\\r\\t]", ""))
          .as(order.getValue())
          .doesNotContainPattern("\\p{Cc}");
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

  /** Other quantities for each number: the same lines again would be the same order. */
  private static void fillCart(int number) throws IOException {
    List<Integer> quantities =
        List.of(1 + number % KINDS_OF_QUANTITY, 1 + number / KINDS_OF_QUANTITY);
    AGENT.json("add-to-cart", Map.of("item", "eggs", "quantity", 0));
    AGENT.json("add-to-cart", Map.of("item", "701111", "quantity", quantities.get(0)));
    AGENT.json("add-to-cart", Map.of("item", "715211", "quantity", quantities.get(1)));
  }

  /**
   * An order as the owner sees it.
   *
   * @param marks how many tags the page and the letters have, and how many addresses
   */
  private record Shown(String page, String letter, List<Long> marks) {
    static Shown of(String page, String letter) {
      return new Shown(
          page,
          letter,
          List.of(count(page, "<"), count(letter, "<"), count(letter, "://"), count(page, "://")));
    }

    private static long count(String text, String mark) {
      return text.split(mark, -1).length - 1L;
    }
  }

  private static Shown shown(String order) throws IOException, InterruptedException {
    String letter = OWNER.letterAbout(order);
    return Shown.of(OWNER.page(Mailbox.linkIn(letter)), letter);
  }

  /** The owner's reason to decline is told on the terminal; a string that commands it is not. */
  private static void assertTerminalObeysNothing(Map<String, String> orders) throws Exception {
    List<String> commanding = new ArrayList<>();
    orders.forEach(
        (order, reason) -> {
          if (reason.chars().anyMatch(Character::isISOControl)) {
            commanding.add(order);
          }
        });
    assertThat(commanding).isNotEmpty();
    for (String order : commanding.subList(0, Math.min(5, commanding.size()))) {
      String link = Mailbox.linkIn(OWNER.letterAbout(order));
      assertThat(OWNER.decline(link, "\u001b[31m" + orders.get(order))).isTrue();
      assertThat(DEMO.purser("order", "show", order).orFail().replace("\n", ""))
          .contains("declined", "[31m")
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
