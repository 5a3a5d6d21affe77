/**
 * The two operations over HTTP: the closed list of routes, the strict reading of what an agent
 * sends, and the one shape of every answer. It knows JAX-RS and Jackson and nothing of the daemon.
 */
@NullMarked
package dev.purser.agentapi.http;

import org.jspecify.annotations.NullMarked;
