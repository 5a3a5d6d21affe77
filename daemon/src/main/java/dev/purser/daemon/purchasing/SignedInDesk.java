package dev.purser.daemon.purchasing;

import dev.purser.budgets.Money;
import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.orders.OrderSheet;
import java.util.Optional;
import java.util.UUID;

/** What the owner can do with any order, once signed in. */
public interface SignedInDesk {

  /** Looks, and changes nothing. */
  Optional<OrderSheet> look(UUID order);

  /** A new link to an order that waits for an answer, for the owner's own eyes. */
  Optional<Locator> open(UUID order);

  /**
   * Takes the yes back within the undo window.
   *
   * @return false when it was too late, or there was nothing to undo
   */
  boolean undo(UUID order);

  /** What is left to refund; empty when nothing is, or a refund is under way. */
  Optional<Money> refundable(UUID order);

  /**
   * Gives captured money back.
   *
   * @param amount more than nothing
   * @param who asks, for the audit trail; has proven it for this very amount
   */
  RefundOutcome refund(UUID order, Money amount, String who);
}
