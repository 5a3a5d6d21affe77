/**
 * The owner's pages behind the sign-in: what waits, what was bought, who may ask. They read, stop
 * and take back; what gives money back asks for a proof over the very amount.
 */
@NullMarked
package dev.purser.daemon.owner.home;

import org.jspecify.annotations.NullMarked;
