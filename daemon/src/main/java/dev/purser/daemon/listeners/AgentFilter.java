package dev.purser.daemon.listeners;

import dev.purser.agentapi.http.AgentIdentity;
import dev.purser.agentapi.http.JsonAnswers;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/**
 * The second lock behind {@link AgentGate}: an application that was put behind no gate answers
 * nobody.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class AgentFilter implements ContainerRequestFilter {
  private final JsonAnswers answers = new JsonAnswers();

  @Override
  public void filter(ContainerRequestContext request) {
    if (!AgentIdentity.isKnown(request)) {
      request.abortWith(answers.problem(AgentIdentity.unknown().problem()));
    }
  }
}
