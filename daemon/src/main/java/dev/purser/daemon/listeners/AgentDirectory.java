package dev.purser.daemon.listeners;

import dev.purser.agentapi.AgentName;
import java.util.Optional;

/** Which agent an OS user is, as the policy says. */
public interface AgentDirectory {

  /** Empty for everybody whom the policy does not name, and always for uid 0. */
  Optional<AgentName> agentOf(Peer peer);
}
