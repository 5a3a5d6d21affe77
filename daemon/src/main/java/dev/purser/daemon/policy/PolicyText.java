package dev.purser.daemon.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code policy.yml} as it is written; {@link Policy} is what it means.
 *
 * @param timeZone where the owner's months begin, such as {@code America/New_York}
 * @param shipTo the address on every order
 * @param owner who is asked
 * @param agents by the owner's name for each
 * @param vendors ids of those that may be bought from; each has a file {@code vendors/ID.yml}
 * @param approvalLimits tiers by amount, rising; nobody may confirm above the last
 * @param operators which OS users may use the control socket, by role
 */
record PolicyText(
    @Nullable String timeZone,
    @Nullable String shipTo,
    @Nullable OwnerText owner,
    @Nullable Map<String, AgentText> agents,
    @Nullable List<String> vendors,
    @Nullable List<TierText> approvalLimits,
    @Nullable OperatorsText operators) {

  record OwnerText(@Nullable String email) {}

  record AgentText(
      @Nullable String user,
      @Nullable Boolean remote,
      @Nullable List<String> categories,
      @Nullable Integer maxOpenProposals) {}

  record TierText(@Nullable String upTo, @Nullable List<String> confirmedBy) {}

  record OperatorsText(@Nullable List<String> owner, @Nullable List<String> finance) {}
}
