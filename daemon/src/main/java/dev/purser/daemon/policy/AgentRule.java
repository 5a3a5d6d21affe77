package dev.purser.daemon.policy;

import dev.purser.budgets.CategoryId;
import java.util.List;
import java.util.Optional;

/**
 * What one agent may do.
 *
 * @param name the owner's name for it
 * @param user the OS user that it runs as, by name or number; empty for one that is elsewhere and
 *     known by its certificate
 * @param categories it may buy from these and from all below them
 * @param maxOpenProposals how many of its proposals may wait for the owner, 1 to 1000
 */
public record AgentRule(
    String name, Optional<String> user, List<CategoryId> categories, int maxOpenProposals) {
  public AgentRule {
    categories = List.copyOf(categories);
  }

  /** Whether it is elsewhere. */
  public boolean isRemote() {
    return user.isEmpty();
  }
}
