package dev.purser.agentapi.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.net.URI;

/**
 * Turns away whatever {@link GoldenRoutes} does not list, before the framework could answer OPTIONS
 * or forgive a path by itself. The listener's identity filter has a priority of its own and comes
 * first: who is nobody learns of no route. A query that is empty counts as none.
 */
@PreMatching
public final class GoldenRoutesFilter implements ContainerRequestFilter {
  private final JsonAnswers answers = new JsonAnswers();

  @Override
  public void filter(ContainerRequestContext request) {
    URI uri = request.getUriInfo().getRequestUri();
    GoldenRoutes.refusal(request.getMethod(), uri.getRawPath(), uri.getRawQuery())
        .ifPresent(problem -> request.abortWith(answers.problem(problem)));
  }
}
