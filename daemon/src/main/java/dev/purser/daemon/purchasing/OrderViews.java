package dev.purser.daemon.purchasing;

import dev.purser.agentapi.Amount;
import dev.purser.agentapi.DeclineView;
import dev.purser.agentapi.OrderView;
import dev.purser.agentapi.OrderView.Status;
import dev.purser.agentapi.ViolationView;
import dev.purser.daemon.carts.CartViews;
import dev.purser.daemon.orders.Decline;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.orders.OrderState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Orders as their agent may see them. */
final class OrderViews {
  /** With one of these, the total is not known. */
  private static final Set<String> WITHOUT_TOTAL = Set.of("price-unknown", "no-longer-sold");

  private final ZoneId zone;
  private final Function<UUID, Optional<UUID>> mandates;

  /**
   * Views by the owner's calendar.
   *
   * @param mandates the standing mandate that an order was confirmed under
   */
  OrderViews(ZoneId zone, Function<UUID, Optional<UUID>> mandates) {
    this.zone = zone;
    this.mandates = mandates;
  }

  OrderView view(Order order, Instant now) {
    List<ViolationView> violations =
        order.course().violations().map(ViolationJson::read).orElse(List.of());
    Status status = status(order, now);
    return new OrderView(
        order.id().toString(),
        status,
        order.requisition().vendor().name(),
        total(order, violations),
        status == Status.AWAITING_CONFIRMATION ? expiry(order) : null,
        violations,
        order.course().decline().map(OrderViews::decline).orElse(null),
        mandates.apply(order.id()).map(UUID::toString).orElse(null));
  }

  private static DeclineView decline(Decline decline) {
    DeclineView.Code code =
        switch (decline.code()) {
          case NOT_NEEDED -> DeclineView.Code.NOT_NEEDED;
          case TOO_EXPENSIVE -> DeclineView.Code.TOO_EXPENSIVE;
          case WRONG_ITEM -> DeclineView.Code.WRONG_ITEM;
          case NOT_NOW -> DeclineView.Code.NOT_NOW;
          case OTHER -> DeclineView.Code.OTHER;
        };
    return new DeclineView(code, decline.reason());
  }

  private OffsetDateTime expiry(Order order) {
    return order.course().expiresAt().atZone(zone).toOffsetDateTime();
  }

  private static @Nullable Amount total(Order order, List<ViolationView> violations) {
    boolean known = violations.stream().noneMatch(each -> WITHOUT_TOTAL.contains(each.code()));
    return known ? CartViews.amount(order.requisition().total()) : null;
  }

  /** Expiry is judged when asked, whether or not anybody has swept the order away yet. */
  private static Status status(Order order, Instant now) {
    boolean overdue = order.state() == OrderState.AWAITING_CONFIRMATION && !order.isPendingAt(now);
    return overdue ? Status.EXPIRED : status(order.state());
  }

  /** What happens between vendor and card is none of the agent's business. */
  private static Status status(OrderState state) {
    return switch (state) {
      case DENIED -> Status.DENIED;
      case AWAITING_CONFIRMATION -> Status.AWAITING_CONFIRMATION;
      case DECLINED -> Status.DECLINED;
      case EXPIRED -> Status.EXPIRED;
      case CONFIRMED, AUTHORIZED, IN_DOUBT -> Status.CONFIRMED;
      case PLACED -> Status.PLACED;
      case PAID, PARTLY_REFUNDED, REFUNDED -> Status.PAID;
      case UNDONE -> Status.UNDONE;
      case FAILED -> Status.FAILED;
    };
  }
}
