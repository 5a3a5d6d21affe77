package dev.purser.daemon.control;

import dev.purser.agentapi.Problem;
import dev.purser.agentapi.ProblemException;
import dev.purser.daemon.listeners.Operator;
import dev.purser.daemon.listeners.Role;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;

/** Asks who is there and whether they may. */
final class Allowed {
  private static final Problem OTHER_ROLE =
      new Problem(
          "about:blank",
          "Another role's",
          403,
          "role-missing",
          "The policy gives this OS user a role, but not the one that may do this.");

  private Allowed() {}

  /** The operator, if one of the roles is theirs. */
  static Operator to(Set<Role> roles, ContainerRequestContext request) {
    Operator operator = Operator.of(request);
    if (roles.stream().noneMatch(operator::is)) {
      throw new ProblemException(OTHER_ROLE);
    }
    return operator;
  }
}
