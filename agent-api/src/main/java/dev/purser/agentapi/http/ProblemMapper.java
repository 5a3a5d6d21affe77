package dev.purser.agentapi.http;

import dev.purser.agentapi.Problem;
import dev.purser.agentapi.ProblemCode;
import dev.purser.agentapi.ProblemException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * Makes a problem of whatever was thrown. What was not meant for the caller is written down, and
 * the caller gets the id of that note and nothing else.
 */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
  private final JsonAnswers answers = new JsonAnswers();
  private final Incidents incidents;

  public ProblemMapper(Incidents incidents) {
    this.incidents = incidents;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    Response answer = answers.problem(problemOf(thrown));
    if (thrown instanceof ProblemException known) {
      known
          .retryAfterSeconds()
          .ifPresent(seconds -> answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, seconds));
    }
    return answer;
  }

  /** What the caller is told of it. */
  public Problem problemOf(Throwable thrown) {
    if (thrown instanceof ProblemException known) {
      return known.problem();
    }
    if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
      return ProblemCode.problemOf(web.getResponse().getStatus());
    }
    return ProblemCode.INTERNAL_ERROR.problem("Incident " + incidents.record(thrown) + ".");
  }
}
