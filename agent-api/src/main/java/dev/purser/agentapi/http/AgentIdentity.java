package dev.purser.agentapi.http;

import dev.purser.agentapi.AgentName;
import dev.purser.agentapi.ProblemCode;
import dev.purser.agentapi.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;

/**
 * Carries the agent's name from the listener, which knows it from the kernel or a certificate, to
 * the operations.
 */
public final class AgentIdentity {
  /**
   * Where a request carries the name: set by the listener on the request itself, so that everything
   * behind it finds the same. No header can set it.
   */
  public static final String PROPERTY = AgentName.class.getName();

  private AgentIdentity() {}

  /** Whether a listener has vouched for an agent. */
  public static boolean isKnown(ContainerRequestContext request) {
    return request.getProperty(PROPERTY) instanceof AgentName;
  }

  /**
   * The agent that asks.
   *
   * @throws ProblemException {@code agent-unknown} where no listener has vouched for one
   */
  public static AgentName of(ContainerRequestContext request) {
    return Optional.ofNullable(request.getProperty(PROPERTY))
        .map(AgentName.class::cast)
        .orElseThrow(AgentIdentity::unknown);
  }

  /** The same words for everybody who is nobody. */
  public static ProblemException unknown() {
    return ProblemCode.AGENT_UNKNOWN.because(
        "The policy names no agent for this OS user or certificate.");
  }
}
