package dev.purser.daemon.listeners;

import dev.purser.agentapi.AgentName;
import dev.purser.agentapi.Problem;
import dev.purser.agentapi.ProblemCode;
import dev.purser.agentapi.http.AgentIdentity;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Before everything else on an agents' door, and for all that is behind it: says which agent asks,
 * turns away who is none, and slows down who asks too much. No thread waits for a body here.
 */
final class AgentGate extends Handler.Wrapper {
  /** All strangers share one lane. No agent can be called this. */
  private static final String NOBODY = "(nobody)";

  private static final int USUAL_BODY_BYTES = 16 * 1024;

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
      return refuse(
          ProblemCode.TOO_MANY_REQUESTS.problem(
              "This agent asks too much at once. Wait as long as Retry-After says."),
          new Exchange(request, response, callback));
    }
    Request.addCompletionListener(request, failure -> turnstile.leave(lane));
    if (agent.isEmpty()) {
      return refuse(AgentIdentity.unknown().problem(), new Exchange(request, response, callback));
    }
    request.setAttribute(AgentIdentity.PROPERTY, agent.get());
    return super.handle(request, response, callback);
  }

  private record Exchange(Request request, Response response, Callback callback) {}

  /**
   * Lets a body of usual size pass by first, without a thread that waits for it: a client that is
   * cut off while it still writes does not look for an answer.
   */
  private static boolean refuse(Problem problem, Exchange exchange) {
    Runnable answer =
        () -> {
          var unused = WrittenProblem.write(problem, exchange.response(), exchange.callback());
        };
    long length = exchange.request().getLength();
    if (length > 0 && length <= USUAL_BODY_BYTES) {
      Content.Source.consumeAll(exchange.request(), Callback.from(answer, failure -> answer.run()));
    } else {
      answer.run();
    }
    return true;
  }
}
