/**
 * All that an agent can say and hear: two operations, their questions and their answers. Nothing
 * here can name a type of the daemon, so nothing here can leak one.
 */
@NullMarked
package dev.purser.agentapi;

import org.jspecify.annotations.NullMarked;
