package dev.purser.daemon.orders;

import dev.purser.budgets.Money;
import java.util.Optional;

/**
 * A line whose price is no longer what the owner was shown before.
 *
 * @param before the unit price then; empty for a line that is new
 * @param after the unit price now; empty for a line that can no longer be bought
 */
public record Difference(String title, Optional<Money> before, Optional<Money> after) {}
