/**
 * The owner's {@code policy.yml}: who may propose what, from whom, up to how much, and who operates
 * the daemon. Every load is known by the hash of its text.
 */
@NullMarked
package dev.purser.daemon.policy;

import org.jspecify.annotations.NullMarked;
