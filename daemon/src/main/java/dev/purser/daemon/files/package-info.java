/**
 * Files that only the daemon's user reads. Each is there whole or not at all, and on the disk
 * before anything is said about it.
 */
@NullMarked
package dev.purser.daemon.files;

import org.jspecify.annotations.NullMarked;
