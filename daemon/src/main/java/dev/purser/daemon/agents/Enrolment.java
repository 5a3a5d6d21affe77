package dev.purser.daemon.agents;

import dev.purser.budgets.Attenuation;
import java.time.Instant;
import java.util.Optional;

/**
 * The owner's word on one agent, besides the policy's.
 *
 * @param name as the policy has it
 * @param attenuation what the agent may less than the policy would let it
 * @param certificate by which a remote agent is known; empty for one on this machine
 * @param added who added it, and when
 * @param revokedAt when the owner put an end to it
 */
public record Enrolment(
    String name,
    Attenuation attenuation,
    Optional<Fingerprint> certificate,
    Added added,
    Optional<Instant> revokedAt) {

  /** Neither revoked nor expired. */
  public boolean isActiveAt(Instant now) {
    return revokedAt.isEmpty() && !attenuation.isExpiredAt(now);
  }

  /**
   * Whose word it is.
   *
   * @param by the operator's name in the policy
   */
  public record Added(String by, Instant at) {}
}
