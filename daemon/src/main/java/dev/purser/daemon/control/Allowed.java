package dev.purser.daemon.control;

import dev.purser.daemon.listeners.Operator;
import dev.purser.daemon.listeners.Role;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;

/** Asks who is there and whether they may. */
final class Allowed {
  private Allowed() {}

  /** The operator, if one of the roles is theirs. */
  static Operator to(Set<Role> roles, ContainerRequestContext request) {
    Operator operator = Operator.of(request);
    if (roles.stream().noneMatch(operator::is)) {
      throw new ForbiddenException();
    }
    return operator;
  }
}
