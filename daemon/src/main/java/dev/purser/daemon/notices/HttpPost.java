package dev.purser.daemon.notices;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts JSON to one host. Goes where it is told and nowhere else: a redirect is a refusal, since
 * the next host was not configured and would read the link.
 */
final class HttpPost {
  private static final int OK = 2;

  private final HttpClient client;
  private final WebAddress address;
  private final Duration timeout;

  /**
   * A way to one address.
   *
   * @param timeout from connecting until the whole answer is there
   */
  HttpPost(WebAddress address, Duration timeout) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
    this.address = address;
    this.timeout = timeout;
  }

  static void requireTimeout(Duration timeout) {
    if (timeout.toMillis() < 1 || timeout.compareTo(SmtpConfig.MAX_TIMEOUT) > 0) {
      throw new IllegalArgumentException("a timeout is 1 ms to 2 minutes");
    }
  }

  /**
   * Posts.
   *
   * @param headers besides the content's type
   * @throws UndeliveredException unless the answer is a 2xx; names the host and no more
   */
  void send(String json, Map<String, String> headers) throws UndeliveredException {
    int status = status(request(address.uri(), json, headers));
    if (status / 100 != OK) {
      throw new UndeliveredException("%s answered %d".formatted(address.host(), status));
    }
  }

  private static HttpRequest request(URI uri, String json, Map<String, String> headers) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .header("User-Agent", "Purser")
            .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8));
    headers.forEach(builder::header);
    return builder.build();
  }

  /** The client's own time-out ends with the answer's first line. */
  private int status(HttpRequest request) throws UndeliveredException {
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode();
    } catch (ExecutionException e) {
      throw failed(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw failed(e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw failed(e);
    }
  }

  // The kind of the cause says whom to ask; its text might quote the request.
  private UndeliveredException failed(Throwable cause) {
    return new UndeliveredException(
        "%s did not take a message (%s)"
            .formatted(address.host(), cause.getClass().getSimpleName()),
        cause);
  }
}
