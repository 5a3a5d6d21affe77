package dev.purser.daemon.policy;

import dev.purser.agentapi.AgentName;
import dev.purser.daemon.listeners.AgentDirectory;
import dev.purser.daemon.listeners.ControlDirectory;
import dev.purser.daemon.listeners.Operator;
import dev.purser.daemon.listeners.Peer;
import dev.purser.daemon.listeners.Role;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Knows agents and operators by their OS users, and sees to it that nobody is both. */
public final class Doorkeeper implements AgentDirectory, ControlDirectory {
  private final Map<Peer, AgentName> agents = new HashMap<>();
  private final Map<Peer, Operator> operators = new HashMap<>();

  private Doorkeeper() {}

  /**
   * Looks every user of the policy up.
   *
   * @param demo without a wall: one user may be agent and operator, and uid 0 may be an agent
   * @throws InvalidPolicyException for a user that the machine does not have, and, but in the demo,
   *     for an agent that is root or an operator
   */
  public static Doorkeeper of(Policy policy, boolean demo) {
    Doorkeeper doorkeeper = new Doorkeeper();
    for (AgentRule rule : policy.agents()) {
      if (rule.isRemote()) {
        continue;
      }
      String key = "agents." + rule.name() + ".user";
      Peer peer = peer(key, rule.user().orElseThrow());
      if (doorkeeper.agents.put(peer, new AgentName(rule.name())) != null) {
        throw new InvalidPolicyException(key + ": another agent has the same uid");
      }
    }
    policy
        .operators()
        .owner()
        .forEach(user -> doorkeeper.admit(user, EnumSet.of(Role.OWNER, Role.FINANCE)));
    policy.operators().finance().forEach(user -> doorkeeper.admit(user, EnumSet.of(Role.FINANCE)));
    if (!demo) {
      doorkeeper.requireWall();
    }
    return doorkeeper;
  }

  @Override
  public Optional<AgentName> agentOf(Peer peer) {
    return Optional.ofNullable(agents.get(peer));
  }

  @Override
  public Optional<Operator> operatorOf(Peer peer) {
    return Optional.ofNullable(operators.get(peer));
  }

  /** The names of all who have a role. */
  public Set<String> peopleWith(Role role) {
    return operators.values().stream()
        .filter(operator -> operator.is(role))
        .map(Operator::user)
        .collect(Collectors.toUnmodifiableSet());
  }

  private void admit(String user, Set<Role> roles) {
    Peer peer = peer("operators", user);
    Set<Role> all = EnumSet.copyOf(roles);
    Optional.ofNullable(operators.get(peer)).ifPresent(known -> all.addAll(known.roles()));
    operators.put(peer, new Operator(user, all));
  }

  private void requireWall() {
    Peer root = peer("root", "0");
    agents.forEach(
        (peer, agent) -> {
          if (peer.equals(root)) {
            throw new InvalidPolicyException(
                "agents." + agent + ": root can do anything; give the agent a user of its own");
          }
          if (operators.containsKey(peer)) {
            throw new InvalidPolicyException(
                "agents.%s: %s is an operator too; an agent must not set its own budgets"
                    .formatted(agent, peer.name()));
          }
        });
  }

  private static Peer peer(String key, String user) {
    try {
      return Peer.ofUser(user);
    } catch (IOException e) {
      throw new InvalidPolicyException(
          "%s: this machine has no user '%s'; add it with useradd, or correct the policy"
              .formatted(key, user),
          e);
    }
  }
}
