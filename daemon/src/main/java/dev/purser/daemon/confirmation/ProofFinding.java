package dev.purser.daemon.confirmation;

import java.util.function.Function;

/** What came of looking at an attempt. */
public sealed interface ProofFinding {

  <R> R match(
      Function<? super Holds, ? extends R> ifHolds, Function<? super Fails, ? extends R> ifFails);

  /** It is the owner's. */
  record Holds(Evidence evidence) implements ProofFinding {
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
   * @param why for the log, and never for who sent it
   */
  record Fails(String why) implements ProofFinding {
    @Override
    public <R> R match(
        Function<? super Holds, ? extends R> ifHolds,
        Function<? super Fails, ? extends R> ifFails) {
      return ifFails.apply(this);
    }
  }
}
