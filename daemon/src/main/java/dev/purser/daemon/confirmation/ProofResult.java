package dev.purser.daemon.confirmation;

import java.time.Instant;
import java.util.function.Function;

/** What came of looking at a proof. */
public sealed interface ProofResult {

  <R> R match(
      Function<? super Proven, ? extends R> ifProven,
      Function<? super Wrong, ? extends R> ifWrong,
      Function<? super Locked, ? extends R> ifLocked);

  /** It is the owner. */
  record Proven(Evidence evidence) implements ProofResult {
    @Override
    public <R> R match(
        Function<? super Proven, ? extends R> ifProven,
        Function<? super Wrong, ? extends R> ifWrong,
        Function<? super Locked, ? extends R> ifLocked) {
      return ifProven.apply(this);
    }
  }

  /**
   * It is not.
   *
   * @param attemptsLeft before no more are looked at for a while; all where they are not counted
   */
  record Wrong(int attemptsLeft) implements ProofResult {
    @Override
    public <R> R match(
        Function<? super Proven, ? extends R> ifProven,
        Function<? super Wrong, ? extends R> ifWrong,
        Function<? super Locked, ? extends R> ifLocked) {
      return ifWrong.apply(this);
    }
  }

  /** It was not looked at: there were too many wrong ones. */
  record Locked(Instant until) implements ProofResult {
    @Override
    public <R> R match(
        Function<? super Proven, ? extends R> ifProven,
        Function<? super Wrong, ? extends R> ifWrong,
        Function<? super Locked, ? extends R> ifLocked) {
      return ifLocked.apply(this);
    }
  }
}
