package dev.purser.daemon.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.daemon.listeners.UnixHttpClient;
import dev.purser.daemon.listeners.UnixReply;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Agents that propose and an owner who confirms, as fast as they can, until all is dead. */
final class Load {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LINK = Pattern.compile("(?m)^(http://\\S+/o/\\S{43})");
  private static final Pattern DIGEST = Pattern.compile("name=\"digest\" value=\"([0-9a-f]{64})\"");
  private static final Pattern LETTER =
      Pattern.compile(".*-order-(proposed|replaced)-(.{36})\\.eml");

  /** Eggs, milk and coffee: nine of each are below the approval limit. */
  private static final List<String> SKUS = List.of("708111", "709112", "717311");

  /** Orders whose proposal was answered with {@code awaiting_confirmation}. */
  final Set<String> answered = ConcurrentHashMap.newKeySet();

  /** Orders whose confirmation was answered with a redirect to their page. */
  final Set<String> confirmed = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final Set<Path> letters = ConcurrentHashMap.newKeySet();
  private final HttpClient browser = HttpClient.newHttpClient();
  private AtomicBoolean going = new AtomicBoolean();
  private List<Thread> threads = new ArrayList<>();

  Load(Path directory) {
    this.directory = directory;
  }

  void start(Random random) {
    going = new AtomicBoolean(true);
    threads = new ArrayList<>();
    for (String sku : SKUS) {
      long seed = random.nextLong();
      threads.add(new Thread(() -> propose(sku, new Random(seed)), "agent-" + sku));
    }
    threads.add(new Thread(this::confirm, "owner"));
    threads.forEach(Thread::start);
  }

  void stop() throws InterruptedException {
    going.set(false);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void propose(String sku, Random random) {
    Path socket = directory.resolve("agent").resolve("agent.sock");
    try (UnixHttpClient agent = UnixHttpClient.of(socket)) {
      while (going.get()) {
        int quantity = 1 + random.nextInt(9);
        agent.post("/v1/add-to-cart", "{\"item\":\"%s\",\"quantity\":%d}".formatted(sku, quantity));
        UnixReply reply = agent.post("/v1/propose-order", "{}");
        JsonNode order = JSON.readTree(reply.body());
        if (reply.status() == 200
            && order.path("status").asText().equals("awaiting_confirmation")) {
          answered.add(order.path("order").asText());
        }
      }
    } catch (IOException e) {
      going.set(false); // Killed.
    }
  }

  private void confirm() {
    try {
      while (going.get()) {
        for (Path letter : newLetters()) {
          confirm(letter);
        }
      }
    } catch (IOException e) {
      going.set(false); // Killed.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Path> newLetters() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("outbox"))) {
      return files
          .filter(file -> LETTER.matcher(file.getFileName().toString()).matches())
          .filter(letters::add)
          .limit(5)
          .toList();
    }
  }

  private void confirm(Path letter) throws IOException, InterruptedException {
    Matcher name = LETTER.matcher(letter.getFileName().toString());
    Matcher link = LINK.matcher(Files.readString(letter));
    if (!name.matches() || !link.find()) {
      throw new AssertionError("a letter without a link: " + letter);
    }
    URI page = URI.create(link.group(1));
    Matcher digest = DIGEST.matcher(send(HttpRequest.newBuilder(page).build()).body());
    if (digest.find() && confirm(page, digest.group(1)).statusCode() == 303) {
      confirmed.add(name.group(2));
    }
  }

  private HttpResponse<String> confirm(URI page, String digest)
      throws IOException, InterruptedException {
    String passphrase =
        Files.readString(directory.resolve("secrets").resolve("demo-passphrase.txt")).strip();
    String form =
        "digest=" + digest + "&passphrase=" + URLEncoder.encode(passphrase, StandardCharsets.UTF_8);
    return send(
        HttpRequest.newBuilder(URI.create(page + "/confirm"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return browser.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
