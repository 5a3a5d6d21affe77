package dev.purser.daemon.inspection;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must be true of a budget's position. */
final class BudgetChecks {
  private BudgetChecks() {}

  static Stream<Discrepancy> findings(
      InspectedPositionRow position, Map<String, BudgetEvent> lastSet) {
    String subject = BudgetEvent.subject(position.category(), position.month());
    return Stream.concat(amount(position, lastSet.get(subject)), sums(position))
        .map(finding -> new Discrepancy(subject, finding));
  }

  private static Stream<String> amount(
      InspectedPositionRow position, @Nullable BudgetEvent lastSet) {
    String amount = position.currency() + " " + position.budget();
    if (lastSet == null) {
      return Stream.of("it has an amount that the trail never saw set");
    }
    return lastSet.amount().equals(amount)
        ? Stream.empty()
        : Stream.of(
            "its amount is %s in minor units, but was last set to %s"
                .formatted(amount, lastSet.amount()));
  }

  private static Stream<String> sums(InspectedPositionRow position) {
    return Stream.of(
            sum("held", position.held(), position.heldByEntries()),
            sum("committed", position.committed(), position.committedByEntries()),
            sum("spent", position.spent(), position.spentByEntries()))
        .flatMap(finding -> finding);
  }

  private static Stream<String> sum(String name, long position, long entries) {
    return position == entries
        ? Stream.empty()
        : Stream.of(
            "its entries add up to %d %s in minor units, but it says %d"
                .formatted(entries, name, position));
  }
}
