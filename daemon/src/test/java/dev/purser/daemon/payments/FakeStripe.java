package dev.purser.daemon.payments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dropwizard.util.Duration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A Stripe over HTTP that keeps books and can fail. It holds every request, and every answer of its
 * own, against Stripe's description of the API; {@link #violations} should stay empty.
 */
public final class FakeStripe implements AutoCloseable {
  /** Looks like a key and opens nothing; tests look for it where it must not be. */
  public static final String KEY = "sk_test_canaryThatMustNotBeSeen";

  /**
   * A request as it arrived.
   *
   * @param key its idempotency key; empty if none
   */
  public record Seen(String method, String path, String query, String body, String key) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final FakePayments payments;
  private final FakeKeys keys = new FakeKeys();
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final List<Seen> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch slowMayAnswer = new CountDownLatch(1);
  private final CountDownLatch slowHasAnswered = new CountDownLatch(1);

  private FakeStripe(HttpServer server, Clock clock) {
    this.server = server;
    this.payments = new FakePayments(clock);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public static FakeStripe start() {
    return start(Clock.systemUTC());
  }

  /** Payments are created at this clock's time. */
  public static FakeStripe start(Clock clock) {
    try {
      InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      return new FakeStripe(HttpServer.create(anyPort, 0), clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** A configuration that fits this fake, with the key's file in the directory. */
  public static StripeConfig config(Path directory, String paymentMethod, Duration readTimeout) {
    try {
      Path file = Files.writeString(directory.resolve("stripe.key"), KEY + "\n");
      return new StripeConfig(file, "cus_owner", paymentMethod, Duration.seconds(10), readTimeout);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A real gateway that pays at this fake with a card that works. */
  public PaymentGateway gateway(Path directory) {
    StripeConfig config = config(directory, "pm_card_visa", Duration.seconds(30));
    return new StripeGateway(StripeClients.at(baseUri(), config), config);
  }

  /** The next request meets this; several wait for one request each. */
  public void failNext(Fault fault) {
    faults.add(fault);
  }

  /** Lets a {@link Fault#SLOW} request be answered, and returns when its answer is kept. */
  public void answerSlowRequests() throws InterruptedException {
    slowMayAnswer.countDown();
    slowHasAnswered.await();
  }

  /** Stripe forgets a key after a day; then a repeated request is a new one. */
  public void forgetKeys() {
    keys.forget();
  }

  /** Every payment intent, the oldest first. */
  public List<ObjectNode> intents() {
    return payments.intents();
  }

  /** How often money was reserved; repeating a key does not count. */
  public int authorizations() {
    return payments.authorizations();
  }

  public int captures() {
    return payments.captures();
  }

  public int refunds() {
    return payments.refunds();
  }

  /** What was taken for an order, in Stripe's units. */
  public long captured(UUID order) {
    return payments.intents().stream()
        .filter(intent -> intent.at("/metadata/purser_order").asText().equals(order.toString()))
        .mapToLong(intent -> intent.get("amount_received").asLong())
        .sum();
  }

  public List<Seen> requests() {
    return List.copyOf(requests);
  }

  /** Where a request or an answer was not as Stripe describes its API. */
  public List<String> violations() {
    return List.copyOf(violations);
  }

  @Override
  public void close() {
    slowMayAnswer.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Seen request = seen(exchange);
      requests.add(request);
      Fault fault = Objects.requireNonNullElse(faults.poll(), Fault.NONE);
      FakeAnswer answer = answer(request, exchange, fault);
      if (fault != Fault.REPLY_LOST) {
        send(exchange, answer);
      }
    }
  }

  private static Seen seen(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    return new Seen(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        query == null ? "" : query,
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
        key == null ? "" : key);
  }

  private FakeAnswer answer(Seen request, HttpExchange exchange, Fault fault) {
    check(request);
    FakeAnswer atTheDoor = atTheDoor(exchange, fault);
    if (atTheDoor != null) {
      return atTheDoor;
    }
    if (request.method.equals("GET")) {
      return checked(
          request, fault == Fault.ERROR_AFTER_ACTING ? internalError() : reading(request));
    }
    String whole = request.method + request.path + request.body;
    FakeAnswer answer = keys.once(request.key, whole, () -> acting(request, fault));
    if (fault == Fault.SLOW) {
      slowHasAnswered.countDown();
    }
    return switch (fault) {
      case GARBAGE -> new FakeAnswer(200, "<html>surprise</html>", false);
      case EMPTY_ANSWER -> new FakeAnswer(200, "", false);
      default -> answer;
    };
  }

  /** Turned away before the key is looked at: nothing is done, nothing is kept. */
  private static @Nullable FakeAnswer atTheDoor(HttpExchange exchange, Fault fault) {
    boolean hasKey =
        ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    if (!hasKey || fault == Fault.KEY_NOT_ACCEPTED) {
      return FakeAnswer.error(401, "invalid_request_error", "api_key_expired");
    }
    return switch (fault) {
      case RATE_LIMITED -> FakeAnswer.error(429, "invalid_request_error", "rate_limit");
      case KEY_NOT_PERMITTED ->
          FakeAnswer.error(403, "invalid_request_error", "secret_key_required");
      case ERROR_BEFORE_ACTING -> internalError();
      case BAD_GATEWAY -> new FakeAnswer(502, "<html>bad gateway</html>", false);
      case REDIRECT -> new FakeAnswer(307, "{}", false);
      default -> null;
    };
  }

  private static FakeAnswer internalError() {
    return FakeAnswer.error(500, "api_error", "internal");
  }

  private FakeAnswer acting(Seen request, Fault fault) {
    FakeAnswer answer = checked(request, writing(request));
    if (fault == Fault.SLOW) {
      try {
        slowMayAnswer.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return fault == Fault.ERROR_AFTER_ACTING ? internalError() : answer;
  }

  private FakeAnswer writing(Seen request) {
    ObjectNode form = FormBody.decode(request.body);
    String[] steps = request.path.split("/", -1);
    return switch (request.path.replaceFirst("/pi_[^/]+", "/{intent}")) {
      case "/v1/payment_intents" -> payments.create(form);
      case "/v1/payment_intents/{intent}/capture" -> payments.capture(steps[3], form);
      case "/v1/payment_intents/{intent}/cancel" -> payments.cancel(steps[3]);
      case "/v1/refunds" -> payments.refund(form);
      default -> FakeAnswer.invalid("resource_missing");
    };
  }

  private FakeAnswer reading(Seen request) {
    String[] steps = request.path.split("/", -1);
    return switch (request.path.replaceFirst("/(pi|ch)_[^/]+", "/{$1}")) {
      case "/v1/payment_intents" -> payments.list(FormBody.decode(request.query));
      case "/v1/payment_intents/{pi}" -> payments.retrieve(steps[3]);
      case "/v1/charges/{ch}" -> payments.retrieveCharge(steps[3]);
      default -> FakeAnswer.invalid("resource_missing");
    };
  }

  private void check(Seen request) {
    violations.addAll(
        StripeSpec.get().violations(request.method, request.path, request.query, request.body));
    if (request.method.equals("POST") && request.key.isEmpty()) {
      violations.add(request.path + ": without an idempotency key");
    }
  }

  private FakeAnswer checked(Seen request, FakeAnswer answer) {
    try {
      violations.addAll(
          StripeSpec.get()
              .violations(
                  request.method,
                  request.path,
                  answer.status(),
                  new ObjectMapper().readTree(answer.body())));
      return answer;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void send(HttpExchange exchange, FakeAnswer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Request-Id", "req_fake");
    if (answer.isReplayed()) {
      exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
    }
    if (answer.status() == 307) {
      exchange.getResponseHeaders().set("Location", "/v1/payment_intents");
    }
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
