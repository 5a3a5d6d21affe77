/**
 * Whether the wall holds on this machine, tried from both sides. Each check looks at one thing and
 * says what it saw and what to do about it.
 */
@NullMarked
package dev.purser.daemon.doctor;

import org.jspecify.annotations.NullMarked;
