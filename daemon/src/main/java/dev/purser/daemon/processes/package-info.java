/** Commands of the system and of other users. Only from here is a process started. */
@NullMarked
package dev.purser.daemon.processes;

import org.jspecify.annotations.NullMarked;
