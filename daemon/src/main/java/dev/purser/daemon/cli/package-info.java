/**
 * The {@code purser} command: starting the daemon, and talking to a running one over its control
 * socket.
 */
@NullMarked
package dev.purser.daemon.cli;

import org.jspecify.annotations.NullMarked;
