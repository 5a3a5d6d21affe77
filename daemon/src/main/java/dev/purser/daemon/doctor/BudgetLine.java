package dev.purser.daemon.doctor;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * A category's month.
 *
 * @param left what may still be spent: the budget less what was
 */
record BudgetLine(CategoryId category, Money budget, Money left) {

  /** Those that no other one is above: an amount binds all below it. */
  static List<BudgetLine> topmost(List<BudgetLine> all) {
    return all.stream()
        .filter(
            line ->
                all.stream()
                    .noneMatch(
                        other ->
                            !other.category.equals(line.category)
                                && line.category.isWithin(other.category)))
        .toList();
  }

  /** One sum for each currency. */
  static List<Money> sums(List<Money> amounts) {
    List<Money> sums = new ArrayList<>();
    for (Money amount : amounts) {
      int known = 0;
      while (known < sums.size() && !sums.get(known).currency().equals(amount.currency())) {
        known++;
      }
      if (known == sums.size()) {
        sums.add(amount);
      } else {
        sums.set(known, sums.get(known).plus(amount));
      }
    }
    return sums;
  }
}
