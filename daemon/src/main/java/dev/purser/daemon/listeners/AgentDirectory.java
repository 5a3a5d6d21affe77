package dev.purser.daemon.listeners;

import dev.purser.agentapi.AgentName;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** Which agent somebody is, as the policy and the owner say. Asked at each request. */
public interface AgentDirectory {

  /** Empty for everybody whom the policy does not name, and always for uid 0. */
  Optional<AgentName> agentOf(Peer peer);

  /** Whether the policy names this user. Asked at each connection, so that it must not wait. */
  default boolean isNamed(Peer peer) {
    return agentOf(peer).isPresent();
  }

  /**
   * The agent with this very certificate; whoever signed it is nobody here.
   *
   * @return empty for one that is not pinned, is out of date or belongs to who is revoked
   */
  default Optional<AgentName> agentOf(X509Certificate certificate) {
    return Optional.empty();
  }
}
