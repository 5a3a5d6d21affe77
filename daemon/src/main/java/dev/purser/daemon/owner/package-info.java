/**
 * The owner's pages: look at one order, confirm it with a proof, or decline. A GET changes nothing.
 */
@NullMarked
package dev.purser.daemon.owner;

import org.jspecify.annotations.NullMarked;
