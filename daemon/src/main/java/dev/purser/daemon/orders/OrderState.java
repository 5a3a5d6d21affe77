package dev.purser.daemon.orders;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where an order stands. docs/orders.md draws the same table, and a test compares the two. */
public enum OrderState {
  /** Policy was against it; nothing was held. */
  DENIED,
  /** Budget is held and the owner has been asked. */
  AWAITING_CONFIRMATION,
  /** The owner said no. */
  DECLINED,
  /** The owner's time ran out, or a changed price called for a new order. */
  EXPIRED,
  /** The owner said yes; the card has not been asked yet. */
  CONFIRMED,
  /** The card's funds are reserved; the undo window runs. */
  AUTHORIZED,
  /** The vendor has taken the order. */
  PLACED,
  /** Captured. */
  PAID,
  PARTLY_REFUNDED,
  REFUNDED,
  /** The owner took the yes back in time. */
  UNDONE,
  /** The card or the vendor refused; nothing was paid. */
  FAILED,
  /** A call's outcome is not known; only reconciliation moves it on. */
  IN_DOUBT;

  /** The states that an order may move to from this one. */
  public Set<OrderState> next() {
    return switch (this) {
      case AWAITING_CONFIRMATION -> EnumSet.of(CONFIRMED, DECLINED, EXPIRED);
      case CONFIRMED -> EnumSet.of(AUTHORIZED, UNDONE, FAILED, IN_DOUBT);
      case AUTHORIZED -> EnumSet.of(PLACED, UNDONE, FAILED, IN_DOUBT);
      case PLACED -> EnumSet.of(PAID, IN_DOUBT);
      case IN_DOUBT -> EnumSet.of(AUTHORIZED, PLACED, PAID, UNDONE, FAILED);
      case PAID -> EnumSet.of(PARTLY_REFUNDED, REFUNDED);
      case PARTLY_REFUNDED -> EnumSet.of(PARTLY_REFUNDED, REFUNDED);
      case DENIED, DECLINED, EXPIRED, REFUNDED, UNDONE, FAILED -> EnumSet.noneOf(OrderState.class);
    };
  }

  /** As it stands in audit events and in the command line's answers: {@code in_doubt}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean canBecome(OrderState other) {
    return next().contains(other);
  }

  /** Whether nothing more will happen to the order by itself. */
  public boolean isSettled() {
    return next().isEmpty() || this == PAID || this == PARTLY_REFUNDED;
  }
}
