/**
 * Compares what the tables say now with what the audit trail says happened. It changes nothing, and
 * nothing that moves an order depends on it.
 */
@NullMarked
package dev.purser.daemon.inspection;

import org.jspecify.annotations.NullMarked;
