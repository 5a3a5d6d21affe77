package dev.purser.daemon.purchasing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a confirmed order stands with the rail and the vendor. Amounts are minor units of the
 * order's currency.
 *
 * @param pendingStep announced, and its outcome not recorded yet
 * @param refunds how many refunds were begun
 * @param refundAsked of the refund that is under way, or 0
 * @param attempts in a row that came to nothing
 */
public record Settlement(
    UUID orderId,
    @Nullable String pendingStep,
    @Nullable String paymentReference,
    long captured,
    long refunded,
    int refunds,
    long refundAsked,
    int attempts,
    Instant nextAttemptAt) {

  Optional<Step> step() {
    return Optional.ofNullable(pendingStep).map(Step::valueOf);
  }

  /** The rail's name for the payment; there once it is authorized. */
  String reference() {
    if (paymentReference == null) {
      throw new IllegalStateException("order " + orderId + " was never authorized");
    }
    return paymentReference;
  }
}
