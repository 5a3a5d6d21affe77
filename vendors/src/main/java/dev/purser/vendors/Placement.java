package dev.purser.vendors;

import java.util.function.Function;

/** What became of an order at the vendor. Not knowing is an outcome. */
public sealed interface Placement {

  <R> R match(
      Function<? super Placed, ? extends R> ifPlaced,
      Function<? super Rejected, ? extends R> ifRejected,
      Function<? super Unknown, ? extends R> ifUnknown);

  /**
   * The vendor has it.
   *
   * @param reference the vendor's own name for the order
   */
  record Placed(String reference) implements Placement {
    @Override
    public <R> R match(
        Function<? super Placed, ? extends R> ifPlaced,
        Function<? super Rejected, ? extends R> ifRejected,
        Function<? super Unknown, ? extends R> ifUnknown) {
      return ifPlaced.apply(this);
    }
  }

  /** The vendor will not deliver it. */
  record Rejected(String reason) implements Placement {
    @Override
    public <R> R match(
        Function<? super Placed, ? extends R> ifPlaced,
        Function<? super Rejected, ? extends R> ifRejected,
        Function<? super Unknown, ? extends R> ifUnknown) {
      return ifRejected.apply(this);
    }
  }

  /** The vendor may or may not have it. */
  record Unknown(String reason) implements Placement {
    @Override
    public <R> R match(
        Function<? super Placed, ? extends R> ifPlaced,
        Function<? super Rejected, ? extends R> ifRejected,
        Function<? super Unknown, ? extends R> ifUnknown) {
      return ifUnknown.apply(this);
    }
  }
}
