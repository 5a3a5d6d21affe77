package dev.purser.daemon.ledger;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A revision as its table keeps it, in minor units. */
public record RevisionRow(
    String category,
    String month,
    String currency,
    @Nullable Long before,
    long after,
    String changedBy,
    String reason,
    Instant changedAt) {

  BudgetRevision revision() {
    return new BudgetRevision(
        new CategoryId(category),
        Optional.ofNullable(before).map(minor -> Money.ofMinor(currency, minor)),
        Money.ofMinor(currency, after),
        new BudgetBook.Change(changedBy, reason),
        changedAt);
  }
}
