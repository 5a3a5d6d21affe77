/**
 * What the owner should look at before saying yes: a pure function of the order and of what was
 * bought before. It decides nothing; the policy has let the order pass already.
 */
@NullMarked
package dev.purser.budgets.attention;

import org.jspecify.annotations.NullMarked;
