package dev.purser.daemon.listeners;

import dev.purser.agentapi.AgentName;
import dev.purser.agentapi.http.AgentIdentity;
import dev.purser.agentapi.http.JsonAnswers;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Optional;

/** Before anything else on the agents' socket: who is nobody hears 403, whatever they ask for. */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class AgentFilter implements ContainerRequestFilter {
  private final AgentDirectory agents;
  private final JsonAnswers answers = new JsonAnswers();

  public AgentFilter(AgentDirectory agents) {
    this.agents = agents;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<AgentName> agent = Peers.of(request).flatMap(agents::agentOf);
    if (agent.isPresent()) {
      AgentIdentity.set(request, agent.get());
    } else {
      request.abortWith(answers.problem(AgentIdentity.unknown().problem()));
    }
  }
}
