package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.purser.budgets.Money;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What was answered survives {@code kill -9}, whatever the daemon was doing. {@code
 * -Dpurser.kill.seed=N} repeats the moments of a run, as far as moments can be repeated.
 */
class KillIT {
  private static final int KILLS = 20;
  private static final int LATEST_MOMENT_MILLIS = 1_500;

  /** What an agent may hear later of an order that once had the status. */
  private static final Map<String, Set<String>> LATER =
      Map.of(
          "awaiting_confirmation",
          Set.of("awaiting_confirmation", "confirmed", "placed", "paid", "declined"),
          "confirmed",
          Set.of("confirmed", "placed", "paid"),
          "placed",
          Set.of("placed", "paid"),
          "paid",
          Set.of("paid"),
          "declined",
          Set.of("declined"));

  private final long seed = Long.getLong("purser.kill.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Demo demo = Demo.stopped().hurried();

  @AfterEach
  void remove() {
    demo.close();
  }

  @Test
  void everyAnswerIsKeptAndTheBooksBalanceAfterKillsAtRandomMoments() throws Exception {
    System.out.println("KillIT: -Dpurser.kill.seed=" + seed);
    demo.edit("policy.yml", "maxOpenProposals: 5", "maxOpenProposals: 1000");
    demo.edit("purser.yml", "undoWindow: 10s", "undoWindow: 0s");
    demo.start();
    demo.purser("budget", "set", "household/pantry", demo.thisMonth().toString(), "99999.00", "USD")
        .orFail();
    KillLoad load = new KillLoad(demo);
    DemoBooks books = new DemoBooks(demo);

    for (int kill = 1; kill <= KILLS; kill++) {
      int moment = random.nextInt(LATEST_MOMENT_MILLIS);
      CompletableFuture<Void> killed =
          CompletableFuture.runAsync(
              demo::kill, CompletableFuture.delayedExecutor(moment, TimeUnit.MILLISECONDS));
      load.untilTheEnd(random);
      killed.join();
      demo.start();
      assertNothingIsLost(load);
      books.look();
      books.assertBalance();
      books.assertChain();
    }
    assertPaidExactlyOnce(load, books);
    assertThat(demo.purser("agent", "list").orFail())
        .as("no kill looks like an old database")
        .doesNotContain("frozen");
  }

  private static void assertNothingIsLost(KillLoad load) throws IOException {
    for (Map.Entry<String, String> told : load.told().entrySet()) {
      assertThat(load.statusNow(told.getKey()))
          .as("order %s, which was %s", told.getKey(), told.getValue())
          .isIn(LATER.get(told.getValue()));
    }
  }

  private void assertPaidExactlyOnce(KillLoad load, DemoBooks books) throws IOException {
    Set<String> confirmed = new TreeSet<>(load.told().keySet());
    confirmed.removeIf(order -> !load.told().get(order).equals("confirmed"));
    System.out.printf(
        "KillIT: %d orders answered, %d of them confirmed%n", load.told().size(), confirmed.size());
    assertThat(load.told()).as("there was load").hasSizeGreaterThan(KILLS);
    assertThat(confirmed).as("some of it went all the way").isNotEmpty();
    for (String order : confirmed) {
      Eventually.get("paid", () -> demo.control("/orders/" + order), story -> state(story, "paid"));
    }
    Set<String> unsettled = Set.of("confirmed", "authorized", "placed", "in_doubt");
    Eventually.get(
        "all settled",
        () -> {
          books.look();
          return books.sumOf(unsettled);
        },
        Money::isZero);

    assertThat(books.pantry("spent")).isEqualTo(books.sumOf(Set.of("paid")));
    assertThat(books.pantry("held")).isEqualTo(books.sumOf(Set.of("awaiting_confirmation")));
    assertThat(books.pantry("committed").isZero()).isTrue();
    books.orders().forEach(this::assertOnePaymentIfPaid);
    assertThat(demo.purser("audit", "verify").orFail()).startsWith("Intact");
  }

  private void assertOnePaymentIfPaid(String id, JsonNode order) {
    boolean paid = order.at("/state").asText().equals("paid");
    List<?> deliveries = TestFiles.in(demo.file("vendors/corner-store-orders"), id + ".json");
    List<?> payments = TestFiles.in(demo.file("dry-run"), id + ".properties");
    assertThat(deliveries).as("deliveries of %s", order).hasSize(paid ? 1 : 0);
    assertThat(payments).as("payments of %s", order).hasSize(paid ? 1 : 0);
    JsonNode story = demo.control("/orders/" + id).at("/story");
    assertThat(StreamSupport.stream(story.spliterator(), false))
        .as("story of %s", order)
        .filteredOn(event -> event.at("/type").asText().equals("order.paid"))
        .hasSize(paid ? 1 : 0);
    if (paid) {
      assertThat(TestFiles.read(demo.file("dry-run/" + id + ".properties")))
          .contains("captured=" + DemoBooks.amount(order.at("/total")).toString());
    }
  }

  private static boolean state(JsonNode story, String state) {
    return story.at("/order/state").asText().equals(state);
  }
}
