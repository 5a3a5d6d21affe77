package dev.purser.agentapi.http;

import dev.purser.agentapi.AgentOperations;
import dev.purser.agentapi.reading.AgentRequests;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The HTTP binding of {@link AgentOperations}. */
@Path("/v1")
public final class AgentResource {
  private final AgentOperations operations;
  private final JsonAnswers answers = new JsonAnswers();

  public AgentResource(AgentOperations operations) {
    this.operations = operations;
  }

  /** The resource with its filter and its mapper of problems. */
  public static List<Object> components(AgentOperations operations, Incidents incidents) {
    return List.of(
        new AgentResource(operations), new GoldenRoutesFilter(), new ProblemMapper(incidents));
  }

  @POST
  @Path("/add-to-cart")
  public Response addToCart(@Context ContainerRequestContext request) {
    return answers.ok(
        operations.addToCart(
            AgentIdentity.of(request), AgentRequests.addToCart(RequestBody.read(request))));
  }

  @POST
  @Path("/propose-order")
  public Response proposeOrder(@Context ContainerRequestContext request) {
    return answers.ok(
        operations.proposeOrder(
            AgentIdentity.of(request), AgentRequests.proposeOrder(RequestBody.read(request))));
  }
}
