package dev.purser.vendors.catalogue;

import java.util.Comparator;

/**
 * How one word of a query was found in one product.
 *
 * @param place in the title, from 0, the further from the front the worse
 */
record WordMatch(Kind kind, int place) {
  /** From worst to best. */
  enum Kind {
    MISSPELT(0),
    BEGINNING(1),
    WHOLE(2);

    private final int tier;

    Kind(int tier) {
      this.tier = tier;
    }

    int tier() {
      return tier;
    }
  }

  private static final Comparator<WordMatch> ORDER =
      Comparator.comparing(WordMatch::kind)
          .thenComparing(WordMatch::place, Comparator.reverseOrder());

  WordMatch orBetter(WordMatch other) {
    return ORDER.compare(other, this) > 0 ? other : this;
  }
}
