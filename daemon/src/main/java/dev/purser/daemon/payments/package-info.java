/**
 * The payment rails behind one port, {@code PaymentGateway}. Nothing but a confirmed order can
 * reach one.
 */
@NullMarked
package dev.purser.daemon.payments;

import org.jspecify.annotations.NullMarked;
