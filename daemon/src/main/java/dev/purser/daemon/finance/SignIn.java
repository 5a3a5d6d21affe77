package dev.purser.daemon.finance;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** Proves who asks for finance's pages, under the same limit of attempts as confirming an order. */
public interface SignIn {

  /**
   * Tries a passphrase as it was typed.
   *
   * @param passphrase never empty
   */
  Outcome attempt(String passphrase);

  /** What came of an attempt. */
  sealed interface Outcome {
    <R> R match(Supplier<R> ifProven, Function<Wrong, R> ifWrong, Function<Locked, R> ifLocked);
  }

  /** The passphrase holds. */
  record Proven() implements Outcome {
    @Override
    public <R> R match(
        Supplier<R> ifProven, Function<Wrong, R> ifWrong, Function<Locked, R> ifLocked) {
      return ifProven.get();
    }
  }

  /**
   * It does not.
   *
   * @param attemptsLeft before the proof is locked for a while
   */
  record Wrong(int attemptsLeft) implements Outcome {
    @Override
    public <R> R match(
        Supplier<R> ifProven, Function<Wrong, R> ifWrong, Function<Locked, R> ifLocked) {
      return ifWrong.apply(this);
    }
  }

  /** None is looked at before the instant. */
  record Locked(Instant until) implements Outcome {
    @Override
    public <R> R match(
        Supplier<R> ifProven, Function<Wrong, R> ifWrong, Function<Locked, R> ifLocked) {
      return ifLocked.apply(this);
    }
  }
}
