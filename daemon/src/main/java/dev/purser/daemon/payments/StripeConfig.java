package dev.purser.daemon.payments;

import io.dropwizard.util.Duration;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The owner's account at Stripe.
 *
 * @param apiKeyFile holds the secret key and nothing else
 * @param customer the owner as Stripe's customer, {@code cus_…}
 * @param paymentMethod the card saved with that customer, {@code pm_…}
 * @param connectTimeout 1 ms to 1 min; 5 s if left out
 * @param readTimeout from connecting until the whole answer is there, 1 ms to 5 min; 60 s if left
 *     out, since giving up early leaves an order in doubt
 */
public record StripeConfig(
    Path apiKeyFile,
    String customer,
    String paymentMethod,
    @Nullable Duration connectTimeout,
    @Nullable Duration readTimeout) {

  public StripeConfig {
    requireWritten("apiKeyFile", apiKeyFile);
    requirePrefix("customer", "cus_", customer);
    requirePrefix("paymentMethod", "pm_", paymentMethod);
    connectTimeout = within("connectTimeout", connectTimeout, Duration.seconds(5), 60_000);
    readTimeout = within("readTimeout", readTimeout, Duration.seconds(60), 300_000);
  }

  private static void requireWritten(String field, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException("stripe." + field + " is missing");
    }
  }

  /** Does not quote the value: the likeliest mistake is the secret key in the wrong place. */
  private static void requirePrefix(String field, String prefix, @Nullable String value) {
    if (value == null || !value.matches(prefix + "[A-Za-z0-9_]{1,200}")) {
      throw new IllegalArgumentException(
          "stripe.%s should be an id that starts with %s".formatted(field, prefix));
    }
  }

  private static Duration within(
      String field, @Nullable Duration value, Duration otherwise, long maxMillis) {
    Duration duration = value == null ? otherwise : value;
    if (duration.toMilliseconds() < 1 || duration.toMilliseconds() > maxMillis) {
      throw new IllegalArgumentException(
          "stripe.%s should be 1 ms to %d ms".formatted(field, maxMillis));
    }
    return duration;
  }
}
