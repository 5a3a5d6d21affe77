/**
 * What the wall rests on: files that an agent, and often the daemon itself, must not be able to
 * change or read. Outside the demo the daemon does not start while one of them is too open.
 */
@NullMarked
package dev.purser.daemon.wall;

import org.jspecify.annotations.NullMarked;
