package dev.purser.budgets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the owner's policy says that bears on one agent's requisition.
 *
 * @param vendors those that may be bought from
 * @param approvalLimit the largest order that anybody may confirm
 * @param agentCategories the agent may buy from these and from all below them
 * @param maxOpenProposals how many of the agent's proposals may wait for the owner at once
 * @param agentCaps the agent's orders may come to none more than each of these
 */
public record PolicyTerms(
    Set<VendorId> vendors,
    Money approvalLimit,
    List<CategoryId> agentCategories,
    int maxOpenProposals,
    List<Money> agentCaps) {
  public PolicyTerms {
    vendors = Set.copyOf(vendors);
    agentCategories = List.copyOf(agentCategories);
    agentCaps = List.copyOf(agentCaps);
  }

  /** Terms with no cap of the agent's own. */
  public PolicyTerms(
      Set<VendorId> vendors,
      Money approvalLimit,
      List<CategoryId> agentCategories,
      int maxOpenProposals) {
    this(vendors, approvalLimit, agentCategories, maxOpenProposals, List.of());
  }

  /** These terms and the attenuation's together: what passes them passes these alone, too. */
  public PolicyTerms narrowedBy(Attenuation attenuation) {
    return new PolicyTerms(
        attenuation.vendors().map(this::vendorsWithin).orElse(vendors),
        approvalLimit,
        attenuation.categories().map(this::categoriesWithin).orElse(agentCategories),
        maxOpenProposals,
        attenuation.cap().map(this::capsWith).orElse(agentCaps));
  }

  private Set<VendorId> vendorsWithin(Set<VendorId> others) {
    Set<VendorId> both = new HashSet<>(vendors);
    both.retainAll(others);
    return both;
  }

  /** Of two categories of which one lies within the other, the inner one is what both allow. */
  private List<CategoryId> categoriesWithin(Collection<CategoryId> others) {
    Set<CategoryId> both = new TreeSet<>();
    for (CategoryId own : agentCategories) {
      for (CategoryId other : others) {
        if (own.isWithin(other)) {
          both.add(own);
        } else if (other.isWithin(own)) {
          both.add(other);
        }
      }
    }
    return List.copyOf(both);
  }

  /** Each binds: caps of two currencies let nothing pass. */
  private List<Money> capsWith(Money cap) {
    List<Money> all = new ArrayList<>(agentCaps);
    if (!all.contains(cap)) {
      all.add(cap);
    }
    return all;
  }
}
