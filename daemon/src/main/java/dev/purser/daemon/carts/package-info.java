/**
 * What each agent has gathered and not yet proposed. Prices in it are the daemon's and are quoted
 * again when it is proposed.
 */
@NullMarked
package dev.purser.daemon.carts;

import org.jspecify.annotations.NullMarked;
