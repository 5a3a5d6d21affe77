/**
 * What operators may ask of the running daemon over its control socket: budgets, orders, the audit
 * trail. Who asks is known from the kernel; what they may do, from the policy.
 */
@NullMarked
package dev.purser.daemon.control;

import org.jspecify.annotations.NullMarked;
