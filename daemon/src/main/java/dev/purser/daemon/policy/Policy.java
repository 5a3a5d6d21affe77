package dev.purser.daemon.policy;

import dev.purser.budgets.Money;
import dev.purser.budgets.PolicyTerms;
import dev.purser.budgets.VendorId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The owner's policy, checked.
 *
 * @param version SHA-256 of the file's text, in hexadecimal
 * @param limit the largest order that the owner may confirm; nobody may confirm a larger one
 */
public record Policy(
    String version,
    Owner owner,
    List<AgentRule> agents,
    Set<VendorId> vendors,
    Money limit,
    Operators operators) {
  public Policy {
    agents = List.copyOf(agents);
    vendors = Set.copyOf(vendors);
  }

  /**
   * Who is asked, and where things go.
   *
   * @param email where notices are sent
   * @param shipTo the address on every order
   * @param zone where the months begin
   */
  public record Owner(String email, String shipTo, ZoneId zone) {
    /** What a set-up writes that was not told the address. */
    public static final String SHIP_TO_NOT_SAID = "Not said yet: edit shipTo in policy.yml";

    /** Whether orders say where they are to go. */
    public boolean hasAddress() {
      return !shipTo.equals(SHIP_TO_NOT_SAID);
    }
  }

  /**
   * The OS users who may use the control socket, by name or number.
   *
   * @param owner may do all that the owner may, but for confirming
   * @param finance may set budgets and read the books
   */
  public record Operators(List<String> owner, List<String> finance) {
    public Operators {
      owner = List.copyOf(owner);
      finance = List.copyOf(finance);
    }
  }

  /** The rule for an agent, if the policy names it. */
  public Optional<AgentRule> agent(String name) {
    return agents.stream().filter(rule -> rule.name().equals(name)).findFirst();
  }

  /** The names of the agents that are elsewhere. */
  public Set<String> remoteAgents() {
    return agents.stream()
        .filter(AgentRule::isRemote)
        .map(AgentRule::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What bears on one agent's requisitions; empty for an agent that the policy does not name. */
  public Optional<PolicyTerms> terms(String agent) {
    return agent(agent)
        .map(rule -> new PolicyTerms(vendors, limit, rule.categories(), rule.maxOpenProposals()));
  }
}
