package dev.purser.daemon.purchasing;

/** What came of asking for a refund. */
public enum RefundOutcome {
  /** The money is on its way back, and the budget has it again. */
  REFUNDED,
  /** It was begun; the rail has not said yet, and will be asked again under the same key. */
  UNDER_WAY,
  /** The order was not paid, another refund is under way, or it is more than is left. */
  NOT_POSSIBLE,
  /** The rail will not. */
  REFUSED
}
