package dev.purser.daemon.listeners;

import dev.purser.agentapi.AgentName;
import dev.purser.agentapi.ProblemCode;
import dev.purser.agentapi.http.AgentIdentity;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Before everything else on an agents' door, and for all that is behind it: says which agent asks,
 * turns away who is none, and slows down who asks too much. Nothing of the body is read here.
 */
final class AgentGate extends Handler.Wrapper {
  /** All strangers share one lane. No agent can be called this. */
  private static final String NOBODY = "(nobody)";

  private final Function<Request, Optional<AgentName>> agents;
  private final Turnstile turnstile;

  AgentGate(
      Function<Request, Optional<AgentName>> agents, Turnstile turnstile, Handler application) {
    super(application);
    this.agents = agents;
    this.turnstile = turnstile;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<AgentName> agent = agents.apply(request);
    String lane = agent.map(AgentName::name).orElse(NOBODY);
    OptionalInt wait = turnstile.enter(lane);
    if (wait.isPresent()) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, wait.getAsInt());
      return WrittenProblem.write(
          ProblemCode.TOO_MANY_REQUESTS.problem(
              "This agent asks too much at once. Wait as long as Retry-After says."),
          response,
          callback);
    }
    Request.addCompletionListener(request, failure -> turnstile.leave(lane));
    if (agent.isEmpty()) {
      return WrittenProblem.write(AgentIdentity.unknown().problem(), response, callback);
    }
    request.setAttribute(AgentIdentity.PROPERTY, agent.get());
    return super.handle(request, response, callback);
  }
}
