package dev.purser.daemon.purchasing;

import dev.purser.budgets.Violation;
import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.orders.Difference;
import java.time.Instant;
import java.util.List;

/** What became of the owner's yes. */
public sealed interface ConfirmOutcome {

  <R> R match(Cases<R> cases);

  /** One method for each outcome. */
  interface Cases<R> {
    R confirmed(Confirmed outcome);

    R wrongProof(WrongProof outcome);

    R locked(Locked outcome);

    R replaced(Replaced outcome);

    R noLongerPossible(NoLongerPossible outcome);

    R notPending(NotPending outcome);

    R vendorSilent(VendorSilent outcome);
  }

  /** The yes is recorded, and payment is on its way. */
  record Confirmed() implements ConfirmOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.confirmed(this);
    }
  }

  /**
   * The proof did not hold; nothing changed.
   *
   * @param attemptsLeft before the proof is locked for a while
   */
  record WrongProof(int attemptsLeft) implements ConfirmOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.wrongProof(this);
    }
  }

  /** Too many wrong proofs; none is looked at before the instant. */
  record Locked(Instant until) implements ConfirmOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.locked(this);
    }
  }

  /**
   * The vendor's prices are no longer those that were shown. The order has ended and a new one
   * waits for a yes of its own, at a new link.
   */
  record Replaced(List<Difference> differences, Locator next) implements ConfirmOutcome {
    public Replaced {
      differences = List.copyOf(differences);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.replaced(this);
    }
  }

  /**
   * Prices have changed, and policy is against the order as it would be now. The order has ended.
   */
  record NoLongerPossible(List<Difference> differences, List<Violation> violations)
      implements ConfirmOutcome {
    public NoLongerPossible {
      differences = List.copyOf(differences);
      violations = List.copyOf(violations);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.noLongerPossible(this);
    }
  }

  /** The link locates no order, or the order waits for no answer, or another order was shown. */
  record NotPending() implements ConfirmOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.notPending(this);
    }
  }

  /** The prices could not be checked; nothing changed; the owner may try again. */
  record VendorSilent() implements ConfirmOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.vendorSilent(this);
    }
  }
}
