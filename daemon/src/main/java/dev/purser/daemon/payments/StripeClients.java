package dev.purser.daemon.payments;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import dev.purser.daemon.files.SecretFile;
import io.dropwizard.util.Duration;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the one client that talks to Stripe: our key, our time-outs, no retries of its own. */
public final class StripeClients {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private StripeClients() {}

  /**
   * A client for Stripe itself.
   *
   * @throws IllegalArgumentException when the key's file cannot be used; names the path
   */
  public static StripeClient live(StripeConfig config) {
    return at(URI.create(Stripe.LIVE_API_BASE), config);
  }

  /**
   * A client for a stand-in for Stripe.
   *
   * @param apiBase https, or plain http on this machine: the key is in every request
   * @throws IllegalArgumentException when the key's file or the address cannot be used
   */
  public static StripeClient at(URI apiBase, StripeConfig config) {
    if (!"https".equals(apiBase.getScheme()) && !isHere(apiBase)) {
      throw new IllegalArgumentException("Stripe's key may not travel in the clear to " + apiBase);
    }
    java.time.Duration connect = inJavaTerms(config.connectTimeout());
    java.time.Duration read = inJavaTerms(config.readTimeout());
    return StripeClient.builder()
        .setApiKey(SecretFile.read(config.apiKeyFile()).reveal())
        .setApiBase(apiBase.toString())
        .setConnectTimeout(Math.toIntExact(connect.toMillis()))
        .setReadTimeout(Math.toIntExact(read.toMillis()))
        .setMaxNetworkRetries(0)
        .setHttpClient(new StripeHttp(connect, read))
        .build();
  }

  private static boolean isHere(URI apiBase) {
    return "http".equals(apiBase.getScheme()) && THIS_MACHINE.contains(apiBase.getHost());
  }

  private static java.time.Duration inJavaTerms(@Nullable Duration duration) {
    return java.time.Duration.ofMillis(Objects.requireNonNull(duration).toMilliseconds());
  }
}
