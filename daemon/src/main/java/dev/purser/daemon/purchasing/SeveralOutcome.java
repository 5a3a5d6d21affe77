package dev.purser.daemon.purchasing;

import dev.purser.daemon.confirmation.Locator;
import java.time.Instant;
import java.util.List;

/** What became of the owner's yes to several orders. */
public sealed interface SeveralOutcome {

  <R> R match(Cases<R> cases);

  /** One method for each outcome. */
  interface Cases<R> {
    R answered(Answered outcome);

    R wrongProof(WrongProof outcome);

    R locked(Locked outcome);

    R notPending(NotPending outcome);
  }

  /** The proof holds for all; what became of each stands beside it, in the order of choosing. */
  record Answered(List<Each> each) implements SeveralOutcome {
    public Answered {
      each = List.copyOf(each);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.answered(this);
    }
  }

  /** One of the orders, and what became of it. */
  record Each(Locator locator, ConfirmOutcome outcome) {}

  /**
   * The proof did not hold; nothing changed.
   *
   * @param attemptsLeft before the proof is locked for a while
   */
  record WrongProof(int attemptsLeft) implements SeveralOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.wrongProof(this);
    }
  }

  /** Too many wrong proofs; none is looked at before the instant. */
  record Locked(Instant until) implements SeveralOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.locked(this);
    }
  }

  /** One of them waits no more, or is another than was shown; nothing changed for any. */
  record NotPending() implements SeveralOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.notPending(this);
    }
  }
}
