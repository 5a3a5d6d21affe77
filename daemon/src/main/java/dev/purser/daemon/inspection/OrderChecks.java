package dev.purser.daemon.inspection;

import dev.purser.budgets.Requisition;
import dev.purser.daemon.orders.AlteredOrderException;
import dev.purser.daemon.orders.FrozenRequisition;
import dev.purser.daemon.orders.OrderState;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What must be true of an order, given its story. */
final class OrderChecks {
  private OrderChecks() {}

  /**
   * All that is wrong, each a sentence without a full stop. An order whose own text does not hold
   * is looked at no further: its amounts mean nothing.
   */
  static Stream<String> findings(InspectedOrderRow order, OrderStory story) {
    if (!story.isTold()) {
      return Stream.of("the trail does not tell of its proposal");
    }
    Optional<String> text = text(order, story);
    return text.isPresent()
        ? text.stream()
        : Stream.of(
                proposer(order, story), state(order, story), mandate(order, story), funds(order))
            .flatMap(Optional::stream);
  }

  private static Optional<String> text(InspectedOrderRow order, OrderStory story) {
    if (!story.digest().equals(order.digest())) {
      return Optional.of("its digest is not the one that was proposed");
    }
    try {
      Requisition requisition =
          FrozenRequisition.thaw(order.requisition(), order.digest()).requisition();
      boolean agrees =
          requisition.vendor().name().equals(order.vendor())
              && requisition.currency().getCurrencyCode().equals(order.currency())
              && requisition.total().minor() == order.total();
      return agrees
          ? Optional.empty()
          : Optional.of("its vendor, currency or total is not that of its frozen text");
    } catch (AlteredOrderException e) {
      return Optional.of("its text is no longer what its digest was taken of");
    }
  }

  private static Optional<String> proposer(InspectedOrderRow order, OrderStory story) {
    return story.actor().equals("agent:" + order.agent())
        ? Optional.empty()
        : Optional.of(
            "it is filed under agent %s, but %s proposed it"
                .formatted(order.agent(), story.actor()));
  }

  private static Optional<String> state(InspectedOrderRow order, OrderStory story) {
    String state = order.state().toLowerCase(Locale.ROOT);
    return story.state().equals(state)
        ? Optional.empty()
        : Optional.of("it is %s, but the trail left it %s".formatted(state, story.state()));
  }

  private static Optional<String> mandate(InspectedOrderRow order, OrderStory story) {
    if (!isConfirmed(OrderState.valueOf(order.state()))) {
      return order.mandateDigest() == null
          ? Optional.empty()
          : Optional.of("it was not confirmed, but there is a mandate for it");
    }
    if (!order.digest().equals(order.mandateDigest())) {
      return Optional.of("there is no mandate for what it says");
    }
    return story.proof().equals(order.mandateProof())
        ? Optional.empty()
        : Optional.of(
            "its mandate says that a %s proved it, but the trail says %s"
                .formatted(order.mandateProof(), story.proof()));
  }

  /** What the state says that budgets must have for it, to the minor unit. */
  private static Optional<String> funds(InspectedOrderRow order) {
    Funds found = new Funds(order.held(), order.committed(), order.spent());
    Funds due = due(order);
    if (order.captured() > order.total() || order.refunded() > order.captured()) {
      return Optional.of("more was captured than confirmed, or refunded than captured");
    }
    return found.equals(due)
        ? Optional.empty()
        : Optional.of("budgets have %s for it, where %s is due".formatted(found, due));
  }

  private static Funds due(InspectedOrderRow order) {
    return switch (OrderState.valueOf(order.state())) {
      case AWAITING_CONFIRMATION -> new Funds(order.total(), 0, 0);
      case CONFIRMED, AUTHORIZED, PLACED, IN_DOUBT -> new Funds(0, order.total(), 0);
      case PAID, PARTLY_REFUNDED, REFUNDED ->
          new Funds(0, 0, Math.subtractExact(order.captured(), order.refunded()));
      case DENIED, DECLINED, EXPIRED, UNDONE, FAILED -> new Funds(0, 0, 0);
    };
  }

  private static boolean isConfirmed(OrderState state) {
    return switch (state) {
      case CONFIRMED,
          AUTHORIZED,
          PLACED,
          PAID,
          PARTLY_REFUNDED,
          REFUNDED,
          UNDONE,
          FAILED,
          IN_DOUBT ->
          true;
      case DENIED, AWAITING_CONFIRMATION, DECLINED, EXPIRED -> false;
    };
  }

  /** In minor units. */
  private record Funds(long held, long committed, long spent) {
    @Override
    public String toString() {
      return "held %d, committed %d, spent %d".formatted(held, committed, spent);
    }
  }
}
