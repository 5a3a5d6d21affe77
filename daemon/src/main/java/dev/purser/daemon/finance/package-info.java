/** Finance's pages: the month's budgets and where they stand, and setting an amount. */
@NullMarked
package dev.purser.daemon.finance;

import org.jspecify.annotations.NullMarked;
