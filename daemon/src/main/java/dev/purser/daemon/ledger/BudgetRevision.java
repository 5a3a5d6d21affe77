package dev.purser.daemon.ledger;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * One setting of a budget, never changed afterwards.
 *
 * @param before empty for the first amount of the month
 */
public record BudgetRevision(
    CategoryId category,
    Optional<Money> before,
    Money after,
    BudgetBook.Change change,
    Instant at) {}
