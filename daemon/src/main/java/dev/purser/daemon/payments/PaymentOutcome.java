package dev.purser.daemon.payments;

import dev.purser.budgets.Money;
import java.util.function.Function;

/** What became of a call to a payment rail. Not knowing is an outcome, not an exception. */
public sealed interface PaymentOutcome {

  <R> R match(
      Function<? super Done, ? extends R> ifDone,
      Function<? super Refused, ? extends R> ifRefused,
      Function<? super NotReached, ? extends R> ifNotReached,
      Function<? super Unknown, ? extends R> ifUnknown);

  /**
   * It happened.
   *
   * @param reference the rail's name for the payment
   * @param amount authorized, captured, voided or refunded
   */
  record Done(String reference, Money amount) implements PaymentOutcome {
    @Override
    public <R> R match(
        Function<? super Done, ? extends R> ifDone,
        Function<? super Refused, ? extends R> ifRefused,
        Function<? super NotReached, ? extends R> ifNotReached,
        Function<? super Unknown, ? extends R> ifUnknown) {
      return ifDone.apply(this);
    }
  }

  /**
   * It did not happen and will not.
   *
   * @param reason a short stable code, such as {@code insufficient_funds}; never a message
   */
  record Refused(String reason) implements PaymentOutcome {
    @Override
    public <R> R match(
        Function<? super Done, ? extends R> ifDone,
        Function<? super Refused, ? extends R> ifRefused,
        Function<? super NotReached, ? extends R> ifNotReached,
        Function<? super Unknown, ? extends R> ifUnknown) {
      return ifRefused.apply(this);
    }
  }

  /** It did not happen, because the rail was not reached or did not take the call; try again. */
  record NotReached(String reason) implements PaymentOutcome {
    @Override
    public <R> R match(
        Function<? super Done, ? extends R> ifDone,
        Function<? super Refused, ? extends R> ifRefused,
        Function<? super NotReached, ? extends R> ifNotReached,
        Function<? super Unknown, ? extends R> ifUnknown) {
      return ifNotReached.apply(this);
    }
  }

  /** It may have happened. */
  record Unknown(String reason) implements PaymentOutcome {
    @Override
    public <R> R match(
        Function<? super Done, ? extends R> ifDone,
        Function<? super Refused, ? extends R> ifRefused,
        Function<? super NotReached, ? extends R> ifNotReached,
        Function<? super Unknown, ? extends R> ifUnknown) {
      return ifUnknown.apply(this);
    }
  }
}
