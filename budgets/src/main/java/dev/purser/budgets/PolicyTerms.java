package dev.purser.budgets;

import java.util.List;
import java.util.Set;

/**
 * What the owner's policy says that bears on one agent's requisition.
 *
 * @param vendors those that may be bought from
 * @param approvalLimit the largest order that anybody may confirm
 * @param agentCategories the agent may buy from these and from all below them
 * @param maxOpenProposals how many of the agent's proposals may wait for the owner at once
 */
public record PolicyTerms(
    Set<VendorId> vendors,
    Money approvalLimit,
    List<CategoryId> agentCategories,
    int maxOpenProposals) {
  public PolicyTerms {
    vendors = Set.copyOf(vendors);
    agentCategories = List.copyOf(agentCategories);
  }
}
