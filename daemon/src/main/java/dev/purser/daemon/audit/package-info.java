/**
 * The hash-chained record of every change of state, kept in canonical JSON and verifiable without
 * trusting the daemon.
 */
@NullMarked
package dev.purser.daemon.audit;

import org.jspecify.annotations.NullMarked;
