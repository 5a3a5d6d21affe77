package dev.purser.daemon.purchasing;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.budgets.VendorId;
import dev.purser.daemon.audit.CanonicalJson;
import dev.purser.daemon.policy.AgentRule;
import dev.purser.daemon.policy.Policy;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an owner could write into policy.yml; another text is another version. */
public record HouseRules(String remark, Set<String> vendors, List<AgentRule> agents, Money limit) {
  static final String SHIP_TO = "1 Harbour Street";
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  public HouseRules {
    vendors = Set.copyOf(vendors);
    agents = List.copyOf(agents);
  }

  /** One vendor, two agents that may buy for the household, at most 500.00 USD at a time. */
  static HouseRules first() {
    return new HouseRules(
        "first",
        Set.of("corner-store"),
        List.of(agent("pantry-agent", 5, "household"), agent("other-agent", 5, "household")),
        Money.parse("500.00 USD"));
  }

  static AgentRule agent(String name, int maxOpenProposals, String... categories) {
    return new AgentRule(
        name,
        Optional.of(name),
        List.of(categories).stream().map(CategoryId::new).toList(),
        maxOpenProposals);
  }

  public HouseRules withRemark(String words) {
    return new HouseRules(words, vendors, agents, limit);
  }

  public HouseRules withVendors(String... ids) {
    return new HouseRules(remark, Set.of(ids), agents, limit);
  }

  public HouseRules withAgent(AgentRule agent) {
    List<AgentRule> all = new ArrayList<>(agents);
    all.removeIf(rule -> rule.name().equals(agent.name()));
    all.add(agent);
    return new HouseRules(remark, vendors, all, limit);
  }

  public HouseRules withLimit(String amount) {
    return new HouseRules(remark, vendors, agents, Money.parse(amount));
  }

  Policy policy() {
    return new Policy(
        CanonicalJson.sha256(remark + new TreeSet<>(vendors) + agents + limit),
        new Policy.Owner("owner@example.org", SHIP_TO, ZONE),
        agents,
        vendors.stream().map(VendorId::new).collect(Collectors.toSet()),
        limit,
        new Policy.Operators(List.of("owner"), List.of()));
  }
}
