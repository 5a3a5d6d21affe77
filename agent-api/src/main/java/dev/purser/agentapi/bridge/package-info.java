/**
 * The {@code purser-agent} command, which the agent's own user runs: the two operations for
 * scripts, and MCP over stdio for clients that cannot open a Unix socket. It holds no secret and
 * decides nothing.
 */
@NullMarked
package dev.purser.agentapi.bridge;

import org.jspecify.annotations.NullMarked;
