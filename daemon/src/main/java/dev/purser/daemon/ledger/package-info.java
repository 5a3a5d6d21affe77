/**
 * The books: budgets, holds and balances, append-only, changed through one writer that commits
 * waiting decisions together.
 */
@NullMarked
package dev.purser.daemon.ledger;

import org.jspecify.annotations.NullMarked;
