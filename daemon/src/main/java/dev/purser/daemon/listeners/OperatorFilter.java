package dev.purser.daemon.listeners;

import dev.purser.agentapi.Problem;
import dev.purser.agentapi.http.JsonAnswers;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Optional;

/** Before anything else on the control socket: who has no role hears 403. */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class OperatorFilter implements ContainerRequestFilter {
  private static final Problem UNKNOWN =
      new Problem(
          "about:blank",
          "Unknown operator",
          403,
          "operator-unknown",
          "The policy gives this OS user no role on the control socket.");

  private final ControlDirectory operators;
  private final JsonAnswers answers = new JsonAnswers();

  public OperatorFilter(ControlDirectory operators) {
    this.operators = operators;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<Operator> operator = Peers.of(request).flatMap(operators::operatorOf);
    if (operator.isPresent()) {
      Operator.set(request, operator.get());
    } else {
      request.abortWith(answers.problem(UNKNOWN));
    }
  }
}
