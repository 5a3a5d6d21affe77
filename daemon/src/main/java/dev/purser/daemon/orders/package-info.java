/**
 * An order's life after it was proposed: its states, the moves between them, and where they are
 * kept.
 */
@NullMarked
package dev.purser.daemon.orders;

import org.jspecify.annotations.NullMarked;
