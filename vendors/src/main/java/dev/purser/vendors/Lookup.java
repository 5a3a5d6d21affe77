package dev.purser.vendors;

import dev.purser.budgets.VendorId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What an item named by an agent turns out to be, over all vendors it may mean. */
public sealed interface Lookup {

  <R> R match(
      Function<? super One, ? extends R> ifOne,
      Function<? super Choices, ? extends R> ifChoices,
      Supplier<? extends R> ifNothing,
      Supplier<? extends R> ifWrongCheckDigit);

  /** A product and who sells it. */
  record Offer(VendorId vendor, Product product) {}

  /** Exactly this is meant: it may be put into a cart unasked. */
  record One(VendorId vendor, Product product) implements Lookup {
    @Override
    public <R> R match(
        Function<? super One, ? extends R> ifOne,
        Function<? super Choices, ? extends R> ifChoices,
        Supplier<? extends R> ifNothing,
        Supplier<? extends R> ifWrongCheckDigit) {
      return ifOne.apply(this);
    }
  }

  /**
   * One of these may be meant; the agent has to say which.
   *
   * @param offers 1 to 8, the likeliest first; a single one where it was only guessed
   */
  record Choices(List<Offer> offers) implements Lookup {
    public Choices {
      offers = List.copyOf(offers);
      if (offers.isEmpty()) {
        throw new IllegalArgumentException("a choice between nothing");
      }
    }

    @Override
    public <R> R match(
        Function<? super One, ? extends R> ifOne,
        Function<? super Choices, ? extends R> ifChoices,
        Supplier<? extends R> ifNothing,
        Supplier<? extends R> ifWrongCheckDigit) {
      return ifChoices.apply(this);
    }
  }

  /** No allowed vendor sells anything like it. */
  record Nothing() implements Lookup {
    @Override
    public <R> R match(
        Function<? super One, ? extends R> ifOne,
        Function<? super Choices, ? extends R> ifChoices,
        Supplier<? extends R> ifNothing,
        Supplier<? extends R> ifWrongCheckDigit) {
      return ifNothing.get();
    }
  }

  /** It has the length of a GTIN, its check digit is wrong, and no vendor calls a product so. */
  record WrongCheckDigit() implements Lookup {
    @Override
    public <R> R match(
        Function<? super One, ? extends R> ifOne,
        Function<? super Choices, ? extends R> ifChoices,
        Supplier<? extends R> ifNothing,
        Supplier<? extends R> ifWrongCheckDigit) {
      return ifWrongCheckDigit.get();
    }
  }
}
