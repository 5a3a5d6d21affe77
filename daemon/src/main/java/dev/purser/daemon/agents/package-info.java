/**
 * What the owner has added to the policy's word on agents: narrower bounds, certificates of those
 * that are elsewhere, and an end. Nobody is an agent by this alone; the policy must say so.
 */
@NullMarked
package dev.purser.daemon.agents;

import org.jspecify.annotations.NullMarked;
