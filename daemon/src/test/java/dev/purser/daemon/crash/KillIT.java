package dev.purser.daemon.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.listeners.UnixHttpClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever was answered is there after {@code kill -9}, at 20 random moments under load. */
class KillIT {
  private static final int KILLS = 20;
  private static final int LONGEST_LIFE_MILLIS = 3_500;
  private static final int SETTLING_SECONDS = 60;
  private static final Set<String> AFTER_A_YES =
      Set.of("CONFIRMED", "AUTHORIZED", "PLACED", "PAID", "IN_DOUBT");

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final Path directory;
  private final int port;
  private final Load load;

  KillIT(@TempDir Path temporary) throws IOException {
    this.directory = temporary.resolve("demo");
    this.load = new Load(directory);
    try (ServerSocket free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    }
  }

  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES)
  void whatWasAnsweredSurvivesTheKill() throws Exception {
    openHandedDemo();
    for (int kill = 1; kill <= KILLS; kill++) {
      liveAndDie();
      requireTruth(kill);
    }
    letSettle();
    System.out.printf(
        "kill -9, %d times, seed %d: %d proposals and %d confirmations were answered, none lost%n",
        KILLS, seed, load.answered.size(), load.confirmed.size());
    assertThat(load.answered).as("there was load, seed %d", seed).hasSizeGreaterThan(KILLS);
    assertThat(load.confirmed).as("there was load, seed %d", seed).isNotEmpty();
  }

  /** A demo whose limits do not end the load. */
  private void openHandedDemo() throws Exception {
    try (DemoProcess demo = DemoProcess.start(directory, port)) {
      demo.kill();
    }
    edit("policy.yml", "maxOpenProposals: 5", "maxOpenProposals: 1000");
    edit("purser.yml", "undoWindow: 10s", "undoWindow: 0s");
  }

  private void liveAndDie() throws Exception {
    try (DemoProcess demo = DemoProcess.start(directory, port)) {
      raiseBudget();
      load.start(random);
      Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
      demo.kill();
      load.stop();
    }
  }

  private void raiseBudget() throws IOException {
    Path socket = directory.resolve("control").resolve("control.sock");
    try (UnixHttpClient owner = UnixHttpClient.of(socket)) {
      String setting =
          """
          {"category":"household/pantry","month":"%s","amount":"10000000.00","currency":"USD"}"""
              .formatted(YearMonth.now(ZoneOffset.systemDefault()));
      assertThat(owner.post("/budgets", setting).status()).isEqualTo(200);
    }
  }

  private void requireTruth(int kill) {
    try (BooksOnDisk books = BooksOnDisk.open(directory)) {
      Map<String, String> states = books.states();
      assertThat(states.keySet()).as("kill %d, seed %d", kill, seed).containsAll(load.answered);
      assertThat(load.confirmed)
          .as("kill %d, seed %d", kill, seed)
          .allMatch(order -> AFTER_A_YES.contains(states.get(order)));
      books.requireBalance();
      books.requireIntactTrail();
    }
  }

  /** Whatever each order was at, it gets to its end by itself: paid and placed once. */
  private void letSettle() throws Exception {
    try (DemoProcess demo = DemoProcess.start(directory, port)) {
      Path placed = directory.resolve("vendors").resolve("corner-store-orders");
      for (int second = 0;
          second < SETTLING_SECONDS && notices() < load.confirmed.size();
          second++) {
        TimeUnit.SECONDS.sleep(1);
      }
      demo.kill();
      assertThat(files(placed)).isGreaterThanOrEqualTo(load.confirmed.size());
    }
    try (BooksOnDisk books = BooksOnDisk.open(directory)) {
      Map<String, String> states = books.states();
      assertThat(load.confirmed).allMatch(order -> "PAID".equals(states.get(order)));
      long paid = states.values().stream().filter("PAID"::equals).count();
      assertThat(files(directory.resolve("vendors").resolve("corner-store-orders")))
          .as("one order at the vendor for each that is paid")
          .isEqualTo(paid);
      books.requireBalance();
    }
  }

  private long notices() throws IOException {
    try (Stream<Path> letters = Files.list(directory.resolve("outbox"))) {
      return letters.map(Path::toString).filter(name -> name.contains("-order-paid-")).count();
    }
  }

  private static long files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".json")).count();
    }
  }

  private void edit(String name, String old, String replacement) throws IOException {
    Path file = directory.resolve(name);
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, replacement));
  }
}
