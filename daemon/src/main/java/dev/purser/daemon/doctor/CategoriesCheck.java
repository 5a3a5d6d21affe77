package dev.purser.daemon.doctor;

import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.policy.SoldCategories;
import java.util.List;

/** Whether what agents may buy is sold anywhere: a mistyped category is never missed otherwise. */
record CategoriesCheck(Policy policy, SoldCategories sold) implements Check {
  @Override
  public String name() {
    return "categories";
  }

  @Override
  public List<Finding> look() {
    List<Finding> unknown =
        policy.agents().stream()
            .flatMap(
                rule ->
                    sold.missedBy(rule).stream()
                        .map(
                            category ->
                                Finding.warn(
                                    name(),
                                    sold.sentence(category),
                                    "see agents.%s.categories in policy.yml"
                                        .formatted(rule.name()))))
            .toList();
    return unknown.isEmpty()
        ? List.of(Finding.ok(name(), "all that agents may buy is sold somewhere"))
        : unknown;
  }
}
