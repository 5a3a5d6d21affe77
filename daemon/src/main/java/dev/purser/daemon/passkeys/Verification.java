package dev.purser.daemon.passkeys;

import java.util.function.Function;

/** Whether a signature holds. */
public sealed interface Verification {

  <R> R match(
      Function<? super Holds, ? extends R> ifHolds, Function<? super Fails, ? extends R> ifFails);

  /** Whether it holds, for who need not know why not. */
  default boolean holds() {
    return match(holds -> true, fails -> false);
  }

  /**
   * It was made by this passkey, by a verified user, for this question and origin.
   *
   * @param counter the authenticator's count of signatures; 0 where it does not count
   */
  record Holds(long counter) implements Verification {
    @Override
    public <R> R match(
        Function<? super Holds, ? extends R> ifHolds,
        Function<? super Fails, ? extends R> ifFails) {
      return ifHolds.apply(this);
    }
  }

  /**
   * It proves nothing.
   *
   * @param why for the log: what does not fit
   */
  record Fails(String why) implements Verification {
    @Override
    public <R> R match(
        Function<? super Holds, ? extends R> ifHolds,
        Function<? super Fails, ? extends R> ifFails) {
      return ifFails.apply(this);
    }
  }
}
