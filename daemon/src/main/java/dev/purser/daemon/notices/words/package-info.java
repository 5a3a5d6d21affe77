/**
 * How amounts, times and strangers' texts are put before people, in mail and on pages alike.
 * Nothing here decides anything.
 */
@NullMarked
package dev.purser.daemon.notices.words;

import org.jspecify.annotations.NullMarked;
