/**
 * A small HTTP client for the daemon's Unix sockets, made of the JDK alone. The command lines of
 * agents and of operators share it, and it starts fast.
 */
@NullMarked
package dev.purser.agentapi.socket;

import org.jspecify.annotations.NullMarked;
