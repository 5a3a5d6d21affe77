package dev.purser.daemon.payments;

import dev.purser.budgets.Money;
import dev.purser.daemon.confirmation.ConfirmedOrder;

/**
 * A payment rail. Every call is idempotent per order and step: its key is derived from the order's
 * id, so that a repeated call cannot pay twice. Calls go over the network; never inside a
 * transaction.
 */
public interface PaymentGateway {

  /** {@code stripe} or {@code dry-run}. */
  String rail();

  /** Reserves the order's total on the card. */
  PaymentOutcome authorize(ConfirmedOrder order);

  /**
   * Takes what was reserved, or a part of it; the rest is released.
   *
   * @param reference the authorization's, from {@link PaymentOutcome.Done}
   * @param amount at most what was authorized
   */
  PaymentOutcome capture(ConfirmedOrder order, String reference, Money amount);

  /** Gives the reserved funds back, where nothing was captured. */
  PaymentOutcome voidAuthorization(ConfirmedOrder order, String reference);

  /**
   * Gives captured money back.
   *
   * @param number the first refund of an order is 1, the next 2: each has a key of its own
   */
  PaymentOutcome refund(ConfirmedOrder order, String reference, Money amount, int number);

  /** What the rail itself knows of the order's payment; changes nothing. */
  PaymentLookUp lookUp(ConfirmedOrder order);
}
