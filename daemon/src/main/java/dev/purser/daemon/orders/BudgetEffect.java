package dev.purser.daemon.orders;

import dev.purser.budgets.BudgetPosition;
import dev.purser.budgets.Money;

/**
 * What an order does to one budget that it draws on.
 *
 * @param position as it stands now; while the order is pending, its own hold is counted in {@code
 *     held}
 * @param asked what this order takes from it
 */
public record BudgetEffect(BudgetPosition position, Money asked) {}
