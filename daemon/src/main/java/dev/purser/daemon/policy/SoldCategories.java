package dev.purser.daemon.policy;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.VendorId;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The categories that some vendor sells something in: a budget or a permission for any other is
 * most likely mistyped.
 */
public record SoldCategories(Set<CategoryId> all) {
  public SoldCategories {
    all = Set.copyOf(all);
  }

  /**
   * By the descriptions of the policy's vendors.
   *
   * @throws InvalidPolicyException naming the file and the key
   */
  public static SoldCategories of(Path directory, Policy policy) {
    Set<CategoryId> all = new TreeSet<>();
    for (VendorId id : policy.vendors()) {
      all.addAll(VendorFiles.describe(directory, id).categories().values());
    }
    return new SoldCategories(all);
  }

  /** Whether something is sold in it, or below or above it. */
  public boolean touch(CategoryId category) {
    return all.stream().anyMatch(sold -> sold.isWithin(category) || category.isWithin(sold));
  }

  /** What of an agent's categories no vendor touches. */
  public List<CategoryId> missedBy(AgentRule agent) {
    return agent.categories().stream().filter(category -> !touch(category)).toList();
  }

  /** A sentence on a category that no vendor touches. */
  public String sentence(CategoryId category) {
    return "no vendor sells anything in %s; they sell in %s"
        .formatted(category, new TreeSet<>(all));
  }
}
