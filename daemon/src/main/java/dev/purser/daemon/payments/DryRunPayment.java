package dev.purser.daemon.payments;

import dev.purser.budgets.Money;
import dev.purser.daemon.payments.PaymentLookUp.Standing;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a card would know of a payment.
 *
 * @param captured zero unless captured
 * @param refunds by their number
 */
record DryRunPayment(
    Money authorized, Money captured, boolean isVoided, SortedMap<Integer, Money> refunds) {

  DryRunPayment {
    refunds = Collections.unmodifiableSortedMap(new TreeMap<>(refunds));
  }

  static DryRunPayment authorized(Money amount) {
    return new DryRunPayment(amount, Money.zero(amount.currency()), false, new TreeMap<>());
  }

  DryRunPayment capturing(Money amount) {
    return new DryRunPayment(authorized, amount, false, refunds);
  }

  DryRunPayment voiding() {
    return new DryRunPayment(authorized, captured, true, refunds);
  }

  DryRunPayment refunding(int number, Money amount) {
    SortedMap<Integer, Money> more = new TreeMap<>(refunds);
    more.put(number, amount);
    return new DryRunPayment(authorized, captured, isVoided, more);
  }

  Money refunded() {
    return refunds.values().stream().reduce(Money.zero(captured.currency()), Money::plus);
  }

  Standing standing() {
    if (isVoided) {
      return Standing.VOIDED;
    }
    return captured.isZero() ? Standing.AUTHORIZED : Standing.CAPTURED;
  }
}
