package dev.purser.daemon.owner.home;

import dev.purser.budgets.Money;
import dev.purser.daemon.passkeys.Action;
import dev.purser.daemon.passkeys.Matter;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A refund as it was asked for, and what is signed for it: this order, this amount. */
record RefundForm(UUID order, Money amount) {

  /** Empty for what is no amount, nothing, or more than is left. */
  static Optional<RefundForm> read(UUID order, String typed, Money left) {
    try {
      return Optional.of(Money.parse(typed, left.currency()))
          .filter(amount -> amount.minor() > 0 && !amount.exceeds(left))
          .map(amount -> new RefundForm(order, amount));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Matter matter() {
    return Matter.of(Action.REFUND, Map.of("order", order.toString(), "amount", amount.toString()));
  }
}
