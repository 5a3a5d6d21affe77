package dev.purser.budgets;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a verdict depends on besides the requisition, as it stood at the moment of judging.
 * Recorded with the verdict, so that it can be replayed.
 *
 * @param positions of every category named by the requisition, or above one named, that has an
 *     amount this month
 * @param month the month that the requisition is judged in
 * @param openProposals of this agent, not counting the one judged
 * @param frozen whether the owner has stopped this agent, or all
 * @param unobtainable what the vendor would not quote
 */
public record PolicyFacts(
    PolicyTerms terms,
    Map<CategoryId, BudgetPosition> positions,
    BudgetMonth month,
    int openProposals,
    boolean frozen,
    List<Violation.Unobtainable> unobtainable) {
  public PolicyFacts {
    positions = Map.copyOf(positions);
    unobtainable = List.copyOf(unobtainable);
  }

  /** Where the category stands, if it has an amount this month. */
  public Optional<BudgetPosition> position(CategoryId category) {
    return Optional.ofNullable(positions.get(category));
  }
}
