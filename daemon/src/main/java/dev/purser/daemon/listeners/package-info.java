/**
 * The three doors of the daemon, for agents, people and operations. Each is an application of its
 * own, so that no door can lead into another's room.
 */
@NullMarked
package dev.purser.daemon.listeners;

import org.jspecify.annotations.NullMarked;
