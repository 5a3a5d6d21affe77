/**
 * What the owner says yes to in advance: the terms of a standing mandate, and whether they cover an
 * order. As pure as policy; they widen nothing, since policy has judged the order before.
 */
@NullMarked
package dev.purser.budgets.standing;

import org.jspecify.annotations.NullMarked;
