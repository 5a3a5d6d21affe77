/**
 * The privileged process: it alone holds the books, the secrets and the keys to the payment rail.
 * Read {@code purchasing.PurchaseFlow} first; it tells an order's story.
 */
@NullMarked
package dev.purser.daemon;

import org.jspecify.annotations.NullMarked;
