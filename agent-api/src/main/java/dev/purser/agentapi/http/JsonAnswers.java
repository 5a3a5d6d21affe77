package dev.purser.agentapi.http;

import dev.purser.agentapi.Problem;
import dev.purser.agentapi.ProblemCode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Every answer of a listener that speaks JSON: never cached, and problems in one shape only. */
public final class JsonAnswers {
  private final WireJson json = new WireJson();

  /** 200 with a view. */
  public Response ok(Object view) {
    return answer(200, MediaType.APPLICATION_JSON, view).build();
  }

  /** 200 with what is JSON already. */
  public Response json(byte[] body) {
    return bare(200, MediaType.APPLICATION_JSON).entity(body).build();
  }

  /** The problem as its own status; 405 names the one method that an operation has. */
  public Response problem(Problem problem) {
    Response.ResponseBuilder answer = answer(problem.status(), Problem.MEDIA_TYPE, problem);
    if (problem.status() == ProblemCode.METHOD_NOT_ALLOWED.status()) {
      answer.header(HttpHeaders.ALLOW, "POST");
    }
    return answer.build();
  }

  private Response.ResponseBuilder answer(int status, String mediaType, Object body) {
    return bare(status, mediaType).entity(json.write(body));
  }

  private static Response.ResponseBuilder bare(int status, String mediaType) {
    return Response.status(status).type(mediaType).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
