/**
 * Telling the owner: mail, ntfy or a webhook with a link, one after the other until one takes it,
 * and again if nobody answers. A lost notice never buys anything.
 */
@NullMarked
package dev.purser.daemon.notices;

import org.jspecify.annotations.NullMarked;
