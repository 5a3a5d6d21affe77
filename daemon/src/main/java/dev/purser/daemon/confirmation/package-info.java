/**
 * The owner's yes: links that locate an order, proofs that confirm it, and mandates that keep the
 * evidence. Only a verified mandate makes a {@code ConfirmedOrder}.
 */
@NullMarked
package dev.purser.daemon.confirmation;

import org.jspecify.annotations.NullMarked;
