/**
 * What the owner allows: money, budgets, and the policy that judges a requisition. Pure: no clock,
 * no database, no network, so that every verdict can be replayed.
 */
@NullMarked
package dev.purser.budgets;

import org.jspecify.annotations.NullMarked;
