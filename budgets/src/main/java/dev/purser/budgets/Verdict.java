package dev.purser.budgets;

import java.util.List;
import java.util.function.Function;

/** What policy says about a requisition. No verdict permits spending: the owner always confirms. */
public sealed interface Verdict {

  <R> R match(
      Function<? super Denied, ? extends R> ifDenied,
      Function<? super NeedsConfirmation, ? extends R> ifNeedsConfirmation);

  /**
   * Policy is against it.
   *
   * @param violations every reason at once, at least one
   */
  record Denied(List<Violation> violations) implements Verdict {
    public Denied {
      violations = List.copyOf(violations);
      if (violations.isEmpty()) {
        throw new IllegalArgumentException("a denial without a reason");
      }
    }

    @Override
    public <R> R match(
        Function<? super Denied, ? extends R> ifDenied,
        Function<? super NeedsConfirmation, ? extends R> ifNeedsConfirmation) {
      return ifDenied.apply(this);
    }
  }

  /** The owner may say yes. */
  record NeedsConfirmation() implements Verdict {
    @Override
    public <R> R match(
        Function<? super Denied, ? extends R> ifDenied,
        Function<? super NeedsConfirmation, ? extends R> ifNeedsConfirmation) {
      return ifNeedsConfirmation.apply(this);
    }
  }
}
