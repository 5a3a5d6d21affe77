package dev.purser.daemon.notices;

import java.time.Instant;
import java.util.Optional;

/**
 * What the owner is told about an order. A notice is only a view: what it leads to is looked up in
 * the books when somebody acts on it.
 */
public sealed interface News {

  <R> R match(Cases<R> cases);

  /** For records, file names and machines: {@code order-proposed}. */
  String slug();

  /**
   * Whether the owner is asked to confirm. There is nothing to tell once the order has moved on.
   */
  default boolean asksForAnswer() {
    return false;
  }

  /** Whether the notice has a link to the order: there is something that the owner can do. */
  default boolean leadsToOrder() {
    return asksForAnswer();
  }

  /** The channel that is tried last, since it has had its turn. */
  default Optional<String> avoidedChannel() {
    return Optional.empty();
  }

  /** One method for each piece of news. */
  interface Cases<R> {
    R proposed(Proposed news);

    R replaced(Replaced news);

    R reminder(Reminder news);

    R toldAgain(ToldAgain news);

    R boughtUnderMandate(BoughtUnderMandate news);

    R mandateSuspended(MandateSuspended news);

    R paid(Paid news);

    R failed(Failed news);

    R inDoubt(InDoubt news);
  }

  /** An agent asks. */
  record Proposed() implements News {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.proposed(this);
    }

    @Override
    public String slug() {
      return "order-proposed";
    }

    @Override
    public boolean asksForAnswer() {
      return true;
    }
  }

  /** The vendor's prices changed at the yes, and a new order asks for another one. */
  record Replaced() implements News {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.replaced(this);
    }

    @Override
    public String slug() {
      return "order-replaced";
    }

    @Override
    public boolean asksForAnswer() {
      return true;
    }
  }

  /** The owner wanted to hear of it later. */
  record Reminder() implements News {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.reminder(this);
    }

    @Override
    public String slug() {
      return "order-reminder";
    }

    @Override
    public boolean asksForAnswer() {
      return true;
    }
  }

  /**
   * Nobody has answered, and what took the notice may not have shown it to anybody.
   *
   * @param otherThan the channel that took it, by its name
   */
  record ToldAgain(String otherThan) implements News {
    @Override
    public Optional<String> avoidedChannel() {
      return Optional.of(otherThan);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.toldAgain(this);
    }

    @Override
    public String slug() {
      return "order-told-again";
    }

    @Override
    public boolean asksForAnswer() {
      return true;
    }
  }

  /**
   * Confirmed by a standing mandate, without asking.
   *
   * @param mandate as the owner knows it
   * @param undoUntil when one tap no longer takes it back
   */
  record BoughtUnderMandate(String mandate, Instant undoUntil) implements News {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.boughtUnderMandate(this);
    }

    @Override
    public String slug() {
      return "order-bought";
    }

    @Override
    public boolean leadsToOrder() {
      return true;
    }
  }

  /**
   * Nothing is bought under a standing mandate until the owner's passkey lets it stand again.
   *
   * @param why in a sentence, perhaps with strangers' words in it, of which 280 characters are told
   */
  record MandateSuspended(String why) implements News {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.mandateSuspended(this);
    }

    @Override
    public String slug() {
      return "mandate-suspended";
    }

    @Override
    public boolean leadsToOrder() {
      return true;
    }
  }

  /** It is paid. */
  record Paid() implements News {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.paid(this);
    }

    @Override
    public String slug() {
      return "order-paid";
    }
  }

  /** It did not work out. */
  record Failed() implements News {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.failed(this);
    }

    @Override
    public String slug() {
      return "order-failed";
    }
  }

  /** Whether the last step worked is not known yet. */
  record InDoubt() implements News {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.inDoubt(this);
    }

    @Override
    public String slug() {
      return "order-in-doubt";
    }
  }
}
