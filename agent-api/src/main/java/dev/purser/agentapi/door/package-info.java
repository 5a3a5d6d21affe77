/**
 * Puts the bindings together for a listener. Whatever door an agent comes through, the same things
 * answer behind it.
 */
@NullMarked
package dev.purser.agentapi.door;

import org.jspecify.annotations.NullMarked;
