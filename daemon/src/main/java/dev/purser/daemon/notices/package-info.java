/**
 * Telling the owner: mail with a link, kept in an outbox until it is sent. A lost notice never buys
 * anything.
 */
@NullMarked
package dev.purser.daemon.notices;

import org.jspecify.annotations.NullMarked;
