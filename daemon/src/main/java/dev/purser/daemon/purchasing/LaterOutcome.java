package dev.purser.daemon.purchasing;

import java.time.Instant;

/** What became of the owner's wish to hear of an order later. */
public sealed interface LaterOutcome {

  <R> R match(Cases<R> cases);

  /** One method for each outcome. */
  interface Cases<R> {
    R putOff(PutOff outcome);

    R beyondExpiry(BeyondExpiry outcome);

    R tooOften(TooOften outcome);

    R notPending(NotPending outcome);
  }

  /**
   * The owner hears of it again, with a link of its own.
   *
   * @param until not before this
   */
  record PutOff(Instant until) implements LaterOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.putOff(this);
    }
  }

  /**
   * By then it has expired; nothing changed.
   *
   * @param expires when it does
   */
  record BeyondExpiry(Instant expires) implements LaterOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.beyondExpiry(this);
    }
  }

  /** The moment was changed too often; the last one stands. */
  record TooOften() implements LaterOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.tooOften(this);
    }
  }

  /** It waits for no answer any more. */
  record NotPending() implements LaterOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.notPending(this);
    }
  }
}
