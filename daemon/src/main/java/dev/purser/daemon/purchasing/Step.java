package dev.purser.daemon.purchasing;

import dev.purser.daemon.orders.OrderState;
import java.util.Locale;

/** A call that moves money or goods. Announced in the books before it is made. */
enum Step {
  AUTHORIZE(OrderState.CONFIRMED),
  PLACE(OrderState.AUTHORIZED),
  CAPTURE(OrderState.PLACED),
  VOID_AFTER_UNDO(OrderState.AUTHORIZED),
  VOID_AFTER_REJECTION(OrderState.AUTHORIZED);

  private final OrderState from;

  Step(OrderState from) {
    this.from = from;
  }

  /** The state that the order is in when the step is begun. */
  OrderState from() {
    return from;
  }

  /** For audit events: {@code authorize}. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
