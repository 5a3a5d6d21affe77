package dev.purser.daemon.payments;

import com.stripe.Stripe;
import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How requests reach Stripe. The library's own way, {@code HttpURLConnection}, sends a POST a
 * second time by itself when the answer is lost, follows redirects, and tells a failed connect from
 * a lost answer by its words only; each of these blurs whether money moved.
 */
final class StripeHttp extends com.stripe.net.HttpClient {
  private final HttpClient client;
  private final Duration patience;

  /**
   * A client with our patience.
   *
   * @param readTimeout from the first attempt to connect until the whole answer is there
   */
  StripeHttp(Duration connectTimeout, Duration readTimeout) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout)
            .build();
    this.patience = readTimeout;
  }

  @Override
  public StripeResponse request(StripeRequest request) throws ApiConnectionException {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(
            inJavaTerms(request), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    try {
      HttpResponse<String> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new StripeResponse(
          response.statusCode(), HttpHeaders.of(response.headers().map()), response.body());
    } catch (ExecutionException e) {
      throw failed(e.getCause() instanceof IOException io ? io : new IOException(e.getCause()));
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw failed(new HttpTimeoutException("no whole answer in time"));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw failed(new InterruptedIOException("interrupted while waiting for the answer"));
    }
  }

  private static HttpRequest inJavaTerms(StripeRequest request) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(request.url().toString()));
    request.headers().map().forEach((name, values) -> add(builder, name, values));
    builder.setHeader("User-Agent", "Purser (Stripe/v1 JavaBindings/" + Stripe.VERSION + ")");
    if (request.content() == null) {
      return builder.method(request.method().name(), HttpRequest.BodyPublishers.noBody()).build();
    }
    return builder
        .setHeader("Content-Type", request.content().contentType())
        .method(
            request.method().name(),
            HttpRequest.BodyPublishers.ofByteArray(request.content().byteArrayContent()))
        .build();
  }

  private static void add(HttpRequest.Builder builder, String name, Iterable<String> values) {
    builder.setHeader(name, String.join(",", values));
  }

  private static ApiConnectionException failed(IOException cause) {
    return new ApiConnectionException("Stripe was not reached or did not answer", cause);
  }
}
