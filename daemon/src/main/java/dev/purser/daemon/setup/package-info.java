/**
 * Setting a machine up: users, groups, directories and files with the right owners, from the
 * samples that come with the program. What is there already stays as it is.
 */
@NullMarked
package dev.purser.daemon.setup;

import org.jspecify.annotations.NullMarked;
