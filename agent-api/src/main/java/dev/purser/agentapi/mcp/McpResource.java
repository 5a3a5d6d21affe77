package dev.purser.agentapi.mcp;

import dev.purser.agentapi.AgentName;
import dev.purser.agentapi.AgentOperations;
import dev.purser.agentapi.ProblemCode;
import dev.purser.agentapi.ProblemException;
import dev.purser.agentapi.Release;
import dev.purser.agentapi.http.AgentIdentity;
import dev.purser.agentapi.http.JsonAnswers;
import dev.purser.agentapi.http.ProblemMapper;
import dev.purser.agentapi.http.RequestBody;
import io.modelcontextprotocol.server.transport.HeaderAccessor;
import io.modelcontextprotocol.server.transport.ServerHttpHeaderValidator;
import io.modelcontextprotocol.server.transport.ServerTransportSecurityException;
import io.modelcontextprotocol.spec.HttpHeaders;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * MCP's streamable HTTP without a stream: one message in, one answer out, as JSON. It comes through
 * the same filters as the operations, and its body has the same bounds.
 */
@Path("/mcp")
public final class McpResource {
  private final AgentMcpServer server;
  private final ServerHttpHeaderValidator localOrigins = LocalOrigins.validator();
  private final JsonAnswers answers = new JsonAnswers();

  /** A resource in front of these operations. */
  public McpResource(AgentOperations operations, ProblemMapper problems) {
    this.server = new AgentMcpServer(operations, problems, Release.VERSION);
  }

  @POST
  public Response answer(@Context ContainerRequestContext request) {
    AgentName agent = AgentIdentity.of(request);
    requireOurOrigin(request);
    requireKnownVersion(request);
    return server
        .answer(agent, RequestBody.read(request))
        .map(answers::json)
        .orElseGet(() -> Response.accepted().build());
  }

  /**
   * Against pages in a browser that rebind a name. Who shows a certificate was asked for it by the
   * name that it meant, so there only a page, which says its origin, is turned away.
   */
  private void requireOurOrigin(ContainerRequestContext request) {
    if (request.getSecurityContext().isSecure()) {
      if (request.getHeaderString("Origin") != null) {
        throw refused();
      }
      return;
    }
    try {
      localOrigins.validate(new Headers(request));
    } catch (ServerTransportSecurityException e) {
      throw refused();
    }
  }

  private static ProblemException refused() {
    return ProblemCode.ORIGIN_REFUSED.because(
        "Host and Origin must be local: a page in a browser has no business here.");
  }

  private record Headers(ContainerRequestContext request) implements HeaderAccessor {
    @Override
    public List<String> getHeader(String name) {
      return request.getHeaders().getOrDefault(name, List.of());
    }

    @Override
    public List<String> getHeaderNames() {
      return List.copyOf(request.getHeaders().keySet());
    }
  }

  private static void requireKnownVersion(ContainerRequestContext request) {
    String version = request.getHeaderString(HttpHeaders.PROTOCOL_VERSION);
    if (version != null && !OneMessage.VERSIONS.contains(version)) {
      throw ProblemCode.BAD_REQUEST.because(
          "MCP-Protocol-Version may be " + String.join(" or ", OneMessage.VERSIONS) + ".");
    }
  }
}
