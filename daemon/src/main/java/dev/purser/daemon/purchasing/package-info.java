/**
 * The story of an order from proposal to payment; read {@code PurchaseFlow} first. The other rooms
 * of the daemon are called from here and do not call each other.
 */
@NullMarked
package dev.purser.daemon.purchasing;

import org.jspecify.annotations.NullMarked;
