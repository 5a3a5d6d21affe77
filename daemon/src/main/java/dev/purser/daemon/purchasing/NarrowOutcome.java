package dev.purser.daemon.purchasing;

import dev.purser.budgets.Violation;
import dev.purser.daemon.confirmation.Locator;
import java.util.List;

/** What became of the owner's wish for less. */
public sealed interface NarrowOutcome {

  <R> R match(Cases<R> cases);

  /** One method for each outcome. */
  interface Cases<R> {
    R narrowed(Narrowed outcome);

    R nothingLeft(NothingLeft outcome);

    R notLess(NotLess outcome);

    R noLongerPossible(NoLongerPossible outcome);

    R notPending(NotPending outcome);

    R vendorSilent(VendorSilent outcome);
  }

  /**
   * The order has ended, and a smaller one waits for a yes of its own.
   *
   * @param next its link
   */
  record Narrowed(Locator next) implements NarrowOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.narrowed(this);
    }

    /** Never the locator. */
    @Override
    public String toString() {
      return "Narrowed[hidden]";
    }
  }

  /** Nothing would stay, so nothing was changed: that is declining. */
  record NothingLeft() implements NarrowOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.nothingLeft(this);
    }
  }

  /** It was the same, or more of something, or something else; nothing was changed. */
  record NotLess() implements NarrowOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.notLess(this);
    }
  }

  /** The order has ended, and policy is against the smaller one as it would be now. */
  record NoLongerPossible(List<Violation> violations) implements NarrowOutcome {
    public NoLongerPossible {
      violations = List.copyOf(violations);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.noLongerPossible(this);
    }
  }

  /** The link locates no order, or the order waits for no answer, or another order was shown. */
  record NotPending() implements NarrowOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.notPending(this);
    }
  }

  /** The vendor gave no price for exactly what would stay; nothing was changed. */
  record VendorSilent() implements NarrowOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.vendorSilent(this);
    }
  }
}
