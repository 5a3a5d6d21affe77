package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * An agent out of its mind, on the product's own pauses between letters. Meanwhile an agent
 * elsewhere shops, and the owner looks at a page.
 */
class FloodIT {
  private static final int PROPOSALS = 10_000;
  private static final int HANDS = 8;
  private static final int OPEN = 5;
  private static final int DENIALS_KEPT = 60;
  private static final long MEGABYTE = 1024 * 1024;

  private final Demo demo =
      Demo.stopped()
          .edit("purser.yml", "  gather: 1s\n", "")
          .edit("purser.yml", "  quiet: 10s\n", "");
  private final RemoteAgent other = RemoteAgent.named("other");
  private final RawPost flooding = new RawPost(demo.doors().agent());
  private final OwnerByHttp owner = new OwnerByHttp(demo);
  private final AtomicInteger contents = new AtomicInteger();
  private final AtomicInteger proposed = new AtomicInteger();
  private final AtomicInteger turnedAway = new AtomicInteger();

  @AfterEach
  void remove() {
    demo.close();
    TestFiles.removeAll(other.dir());
  }

  /** The gate is wide open, so that all of it reaches the books. */
  @Test
  void tenThousandProposalsAreOneLetterFewRowsAndNobodyElsesTrouble() throws Exception {
    demo.limits("requestsPerMinute: 1000000, burst: 1000000, cartChangesPerDay: 1000000")
        .remote(other)
        .start();
    admitTheOther();
    long heapBefore = demo.liveHeapBytes();

    ExecutorService hands = Executors.newFixedThreadPool(HANDS);
    List<Future<?>> all = new ArrayList<>();
    for (int hand = 0; hand < HANDS; hand++) {
      all.add(hands.submit(this::proposeOn));
    }
    String othersOrder = shopMeanwhile();
    assertThat(proposed.get()).as("others were served in the middle of it").isLessThan(PROPOSALS);
    await(all);
    hands.shutdown();

    Path letter =
        Eventually.get("the letter", () -> letters("-and-4-more.eml").stream().findFirst());
    assertThat(OwnerByHttp.Letter.read(letter).text().split("/o/", -1)).hasSize(1 + OPEN);
    assertThat(letters(".eml")).hasSize(2);
    assertThat(owner.letterAbout(othersOrder).text()).contains("by other");
    assertThat(statesOf("pantry"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("awaiting_confirmation", (long) OPEN, "denied", (long) DENIALS_KEPT));
    // Two hands at one cart may propose the same twice, which is one order.
    assertThat(turnedAway.get()).isGreaterThan(PROPOSALS * 9 / 10);
    assertThat(demo.liveHeapBytes() - heapBefore).isLessThan(32 * MEGABYTE);
  }

  /** The gate as it comes: most of the burst never reaches the books. */
  @Test
  void burstOfRequestsIsTurnedAwayAtTheDoor() throws Exception {
    demo.remote(other).start();
    admitTheOther();
    int heard = 0;
    for (int request = 0; request < PROPOSALS; request++) {
      heard += propose(request) == 429 ? 0 : 1;
    }
    String othersOrder = shopMeanwhile();

    // Of 60 requests at once half are proposals; 60 more come each half a minute of a slow machine.
    assertThat(heard).isBetween(20, 300);
    assertThat(owner.letterAbout(othersOrder).text()).contains("by other");
  }

  private void admitTheOther() {
    demo.purser("agent", "add", "other", "--certificate", other.certificate().toString()).orFail();
  }

  /** Always another quantity, and so another order. */
  private void proposeOn() {
    try {
      for (int next = contents.getAndIncrement();
          next < PROPOSALS;
          next = contents.getAndIncrement()) {
        int status = propose(next);
        if (status == 429) {
          turnedAway.incrementAndGet();
        }
        proposed.incrementAndGet();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private int propose(int number) throws IOException {
    flooding.json("add-to-cart", Map.of("item", "708111", "quantity", 1 + number % 900));
    if (number % 900 == 0) {
      flooding.json("add-to-cart", Map.of("item", "709112", "quantity", 1 + number / 900));
    }
    return flooding.json("propose-order", Map.of()).status();
  }

  /** The other agent's order, and that the owner's page has answered as well. */
  private String shopMeanwhile() throws Exception {
    assertThat(other.addToCart("708111", 1).at("/result")).isEqualTo("in_cart");
    RemoteAgent.Answer order = other.propose();
    assertThat(order.at("/status")).isEqualTo("awaiting_confirmation");
    assertThat(owner.page("http://localhost:" + demo.doors().port() + "/")).contains("<html");
    return order.at("/order");
  }

  private static void await(List<Future<?>> all) throws InterruptedException {
    for (Future<?> each : all) {
      try {
        each.get();
      } catch (ExecutionException e) {
        throw new AssertionError(e);
      }
    }
  }

  private List<Path> letters(String ending) {
    return TestFiles.in(demo.file("outbox"), ending);
  }

  private Map<String, Long> statesOf(String agent) {
    List<String> states = new ArrayList<>();
    for (JsonNode order : demo.control("/orders")) {
      if (order.at("/agent").asText().equals(agent)) {
        states.add(order.at("/state").asText());
      }
    }
    return states.stream()
        .collect(
            java.util.stream.Collectors.groupingBy(
                state -> state, java.util.stream.Collectors.counting()));
  }
}
