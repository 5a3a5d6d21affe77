package dev.purser.daemon.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An agent with many hands and a hasty owner, until the daemon is gone; and what they were told.
 */
final class KillLoad {
  private static final List<String> ITEMS =
      List.of("708111", "709112", "711211", "701111", "715211");
  private static final int HANDS = 4;
  private static final int PROPOSALS_OF_A_HAND = 12;

  private final Demo demo;
  private final RawPost agent;
  private final OwnerByHttp owner;

  /** Each answered order's last known status, as the agent or the owner heard it. */
  private final Map<String, String> told = new ConcurrentHashMap<>();

  KillLoad(Demo demo) {
    this.demo = demo;
    this.agent = new RawPost(demo.doors().agent());
    this.owner = new OwnerByHttp(demo);
  }

  Map<String, String> told() {
    return told;
  }

  String statusNow(String order) throws IOException {
    return agent.json("propose-order", Map.of("order", order)).at("/status");
  }

  /** Works until no answer comes any more. */
  void untilTheEnd(Random random) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newCachedThreadPool();
    AtomicBoolean over = new AtomicBoolean();
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int hand = 0; hand < HANDS; hand++) {
        Random own = new Random(random.nextLong());
        all.add(threads.submit(() -> shop(own, over)));
      }
      Random own = new Random(random.nextLong());
      all.add(threads.submit(() -> answer(own, over)));
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void shop(Random random, AtomicBoolean over) {
    try {
      for (int proposals = 0; true; proposals++) {
        String item = ITEMS.get(random.nextInt(ITEMS.size()));
        agent.json("add-to-cart", Map.of("item", item, "quantity", 1 + random.nextInt(9)));
        if (proposals < PROPOSALS_OF_A_HAND) {
          hear(agent.json("propose-order", Map.of("reason", "hand at work")));
        }
      }
    } catch (IOException e) {
      // The daemon is dead.
      over.set(true);
    }
  }

  /** What is proposed again may have been confirmed meanwhile, but an answer never goes back. */
  private void hear(RawPost.Reply reply) {
    if (reply.status() == 200) {
      told.putIfAbsent(reply.at("/order"), reply.at("/status"));
    }
  }

  private void answer(Random random, AtomicBoolean over) {
    try {
      while (!over.get()) {
        for (String order : List.copyOf(told.keySet())) {
          if (told.get(order).equals("awaiting_confirmation") && random.nextBoolean()) {
            answer(order, random.nextInt(4) == 0);
          }
        }
      }
    } catch (IOException e) {
      // The daemon is dead.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(String order, boolean no) throws IOException, InterruptedException {
    List<Path> letters = TestFiles.in(demo.file("outbox"), order + ".eml");
    if (letters.isEmpty()) {
      return;
    }
    String link = OwnerByHttp.Letter.read(letters.get(0)).link();
    if (no && owner.decline(link, "no")) {
      told.put(order, "declined");
    } else if (!no && owner.confirm(link).orElse(false)) {
      told.put(order, "confirmed");
    }
  }
}
