package dev.purser.daemon.orders;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as its table keeps it. */
public record OrderRow(
    UUID id,
    String agent,
    String vendor,
    String state,
    String requisition,
    String digest,
    String contentKey,
    String currency,
    long total,
    String month,
    @Nullable String reason,
    @Nullable String violations,
    @Nullable UUID replaces,
    @Nullable String outcome,
    Instant proposedAt,
    Instant expiresAt,
    @Nullable Instant confirmedAt,
    @Nullable String declineCode,
    @Nullable String declineReason) {

  static OrderRow of(Order order) {
    return new OrderRow(
        order.id(),
        order.asked().agent(),
        order.requisition().vendor().name(),
        order.state().name(),
        order.frozen().json(),
        order.digest(),
        order.asked().contentKey(),
        order.requisition().currency().getCurrencyCode(),
        order.requisition().total().minor(),
        order.month().toString(),
        order.asked().reason().orElse(null),
        order.course().violations().orElse(null),
        order.asked().replaces().orElse(null),
        order.course().outcome().orElse(null),
        order.course().proposedAt(),
        order.course().expiresAt(),
        order.course().confirmedAt().orElse(null),
        order.course().decline().map(decline -> decline.code().wireName()).orElse(null),
        order.course().decline().map(Decline::reason).orElse(null));
  }

  Order order() {
    return new Order(
        id,
        OrderState.valueOf(state),
        new Order.Asked(
            agent, contentKey, Optional.ofNullable(reason), Optional.ofNullable(replaces)),
        FrozenRequisition.thaw(requisition, digest),
        YearMonth.parse(month),
        new Order.Course(
            proposedAt,
            expiresAt,
            Optional.ofNullable(confirmedAt),
            Optional.ofNullable(violations),
            Optional.ofNullable(outcome),
            decline()));
  }

  private Optional<Decline> decline() {
    return declineCode == null
        ? Optional.empty()
        : Optional.of(
            new Decline(Decline.Code.of(declineCode), declineReason == null ? "" : declineReason));
  }
}
