/**
 * Files that only the daemon's user reads, secrets among them: there whole or not at all, and on
 * the disk before anything is said about it. And who could get at a path by way of any of its
 * parts.
 */
@NullMarked
package dev.purser.daemon.files;

import org.jspecify.annotations.NullMarked;
