package dev.purser.daemon.payments;

import dev.purser.budgets.Money;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a payment rail knows of an order's payment. */
public sealed interface PaymentLookUp {

  <R> R match(
      Function<? super Found, ? extends R> ifFound,
      Supplier<? extends R> ifNotFound,
      Function<? super Unknown, ? extends R> ifUnknown);

  /** Where the payment stands at the rail. */
  enum Standing {
    /** The rail has not finished with it. */
    PROCESSING,
    AUTHORIZED,
    CAPTURED,
    VOIDED,
    REFUSED
  }

  /**
   * The rail knows it.
   *
   * @param reference the rail's name for the payment
   * @param captured zero unless captured
   * @param refunded zero unless refunded
   */
  record Found(String reference, Standing standing, Money captured, Money refunded)
      implements PaymentLookUp {
    @Override
    public <R> R match(
        Function<? super Found, ? extends R> ifFound,
        Supplier<? extends R> ifNotFound,
        Function<? super Unknown, ? extends R> ifUnknown) {
      return ifFound.apply(this);
    }
  }

  /** The rail has never heard of it. */
  record NotFound() implements PaymentLookUp {
    @Override
    public <R> R match(
        Function<? super Found, ? extends R> ifFound,
        Supplier<? extends R> ifNotFound,
        Function<? super Unknown, ? extends R> ifUnknown) {
      return ifNotFound.get();
    }
  }

  /** The rail did not answer. */
  record Unknown(String reason) implements PaymentLookUp {
    @Override
    public <R> R match(
        Function<? super Found, ? extends R> ifFound,
        Supplier<? extends R> ifNotFound,
        Function<? super Unknown, ? extends R> ifUnknown) {
      return ifUnknown.apply(this);
    }
  }
}
