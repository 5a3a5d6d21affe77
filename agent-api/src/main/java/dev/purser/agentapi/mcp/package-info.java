/**
 * The two operations as tools of the Model Context Protocol. The official SDK speaks the protocol;
 * what the tools take and answer is read and written as over HTTP.
 */
@NullMarked
package dev.purser.agentapi.mcp;

import org.jspecify.annotations.NullMarked;
