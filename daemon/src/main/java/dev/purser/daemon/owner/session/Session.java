package dev.purser.daemon.owner.session;

import dev.purser.daemon.listeners.Role;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who has proven who they are, for a while.
 *
 * @param person the operator's name in the policy; a passphrase tells only {@code owner} or {@code
 *     finance}
 * @param passkey the number of the passkey that opened it; empty for a passphrase
 */
public record Session(String person, Set<Role> roles, Optional<String> passkey) {
  private static final String PROPERTY = Session.class.getName();

  public Session {
    roles = Set.copyOf(roles);
    if (person.isBlank() || roles.isEmpty()) {
      throw new IllegalArgumentException("a session is somebody's, and for something");
    }
  }

  /** Of a passphrase, which knows no names. */
  public static Session ofPassphrase(String person, Set<Role> roles) {
    return new Session(person, roles, Optional.empty());
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /**
   * The session of a request to a page that is {@link dev.purser.daemon.owner.web.SignedIn}.
   *
   * @throws IllegalStateException for a request that no guard let in
   */
  public static Session of(ContainerRequestContext request) {
    if (request.getProperty(PROPERTY) instanceof Session session) {
      return session;
    }
    throw new IllegalStateException("nobody is signed in: the page lacks @SignedIn");
  }

  void enter(ContainerRequestContext request) {
    request.setProperty(PROPERTY, this);
  }
}
