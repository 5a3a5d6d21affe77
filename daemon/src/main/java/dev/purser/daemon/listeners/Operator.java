package dev.purser.daemon.listeners;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;

/**
 * A person on the control socket.
 *
 * @param user the name under which the policy lists them, and the audit trail names them
 * @param roles at least one
 */
public record Operator(String user, Set<Role> roles) {
  private static final String PROPERTY = Operator.class.getName();

  public Operator {
    if (user.isBlank() || roles.isEmpty()) {
      throw new IllegalArgumentException("An operator has a name and a role.");
    }
    roles = Set.copyOf(roles);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /**
   * The person who asks.
   *
   * @throws ForbiddenException where the listener has not vouched for one
   */
  public static Operator of(ContainerRequestContext request) {
    if (request.getProperty(PROPERTY) instanceof Operator operator) {
      return operator;
    }
    throw new ForbiddenException();
  }

  static void set(ContainerRequestContext request, Operator operator) {
    request.setProperty(PROPERTY, operator);
  }
}
