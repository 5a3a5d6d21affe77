package dev.purser.budgets.standing;

/** Whether a standing mandate covers an order. But for {@link Covered} the owner is asked. */
public sealed interface StandingFinding {

  <R> R match(Cases<R> cases);

  /** One method for each finding. */
  interface Cases<R> {
    R covered(Covered finding);

    R notMeant(NotMeant finding);

    R beyond(Beyond finding);

    R odd(Odd finding);
  }

  /** It is what the owner said yes to in advance. */
  record Covered() implements StandingFinding {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.covered(this);
    }
  }

  /** The mandate says nothing of such orders. */
  record NotMeant() implements StandingFinding {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.notMeant(this);
    }
  }

  /**
   * The mandate is meant for such orders, and this one is too much.
   *
   * @param why in a sentence
   */
  record Beyond(String why) implements StandingFinding {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.beyond(this);
    }
  }

  /**
   * The mandate is meant for such orders, but not like this: somebody should look before it is used
   * again.
   *
   * @param why in a sentence, with strangers' words in it
   */
  record Odd(String why) implements StandingFinding {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.odd(this);
    }
  }
}
