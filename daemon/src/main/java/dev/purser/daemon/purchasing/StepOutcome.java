package dev.purser.daemon.purchasing;

import dev.purser.budgets.Money;
import dev.purser.daemon.orders.OrderState;
import java.util.Optional;
import java.util.function.Function;

/** What came of a step. */
sealed interface StepOutcome {

  <R> R match(
      Function<? super Reached, ? extends R> ifReached,
      Function<? super Again, ? extends R> ifAgain,
      Function<? super Doubt, ? extends R> ifDoubt,
      Function<? super Next, ? extends R> ifNext);

  /**
   * The order moves on.
   *
   * @param reference the rail's or the vendor's, where the step made one
   * @param captured where the step took money
   * @param outcome a sentence for the owner, where the order has ended badly
   */
  record Reached(
      OrderState to, Optional<String> reference, Optional<Money> captured, Optional<String> outcome)
      implements StepOutcome {
    static Reached at(OrderState to) {
      return new Reached(to, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Reached at(OrderState to, String reference) {
      return new Reached(to, Optional.of(reference), Optional.empty(), Optional.empty());
    }

    static Reached paid(Money captured) {
      return new Reached(
          OrderState.PAID, Optional.empty(), Optional.of(captured), Optional.empty());
    }

    static Reached failed(String outcome) {
      return new Reached(
          OrderState.FAILED, Optional.empty(), Optional.empty(), Optional.of(outcome));
    }

    @Override
    public <R> R match(
        Function<? super Reached, ? extends R> ifReached,
        Function<? super Again, ? extends R> ifAgain,
        Function<? super Doubt, ? extends R> ifDoubt,
        Function<? super Next, ? extends R> ifNext) {
      return ifReached.apply(this);
    }
  }

  /** Nothing happened; the step can be begun again later. */
  record Again(String reason) implements StepOutcome {
    @Override
    public <R> R match(
        Function<? super Reached, ? extends R> ifReached,
        Function<? super Again, ? extends R> ifAgain,
        Function<? super Doubt, ? extends R> ifDoubt,
        Function<? super Next, ? extends R> ifNext) {
      return ifAgain.apply(this);
    }
  }

  /** It may have happened. Reconciliation finds out. */
  record Doubt(String reason) implements StepOutcome {
    @Override
    public <R> R match(
        Function<? super Reached, ? extends R> ifReached,
        Function<? super Again, ? extends R> ifAgain,
        Function<? super Doubt, ? extends R> ifDoubt,
        Function<? super Next, ? extends R> ifNext) {
      return ifDoubt.apply(this);
    }
  }

  /** Another step has to undo what earlier steps did. */
  record Next(Step step, String reason) implements StepOutcome {
    @Override
    public <R> R match(
        Function<? super Reached, ? extends R> ifReached,
        Function<? super Again, ? extends R> ifAgain,
        Function<? super Doubt, ? extends R> ifDoubt,
        Function<? super Next, ? extends R> ifNext) {
      return ifNext.apply(this);
    }
  }
}
