package dev.purser.agentapi.mcp;

import dev.purser.agentapi.AgentName;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Hands the SDK one request at a time, with the agent who asks. The SDK's own HTTP servlet is not
 * used: its errors tell messages and stacks of exceptions, and requests here have come through the
 * filters of the agents' door already.
 */
final class OneMessage implements McpStatelessServerTransport {
  /** Newest last: the SDK offers that one to a client whose version it does not know. */
  static final List<String> VERSIONS =
      List.of(ProtocolVersions.MCP_2025_06_18, ProtocolVersions.MCP_2025_11_25);

  private static final String AGENT = AgentName.class.getName();
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final JSONRPCError UNFIT_PARAMS =
      new JSONRPCError(McpSchema.ErrorCodes.INVALID_PARAMS, "The params do not fit the method.");
  private static final JSONRPCError UNKNOWN_TOOL =
      new JSONRPCError(
          McpSchema.ErrorCodes.INVALID_PARAMS,
          "Unknown tool. There are two: " + String.join(" and ", AgentTools.NAMES) + ".");
  private static final String NO_VERSION = "0000-00-00";

  private @Nullable McpStatelessServerHandler handler;

  static AgentName agentOf(McpTransportContext context) {
    return (AgentName) Objects.requireNonNull(context.get(AGENT));
  }

  JSONRPCResponse answer(AgentName agent, JSONRPCRequest request) {
    if (namesNoTool(request)) {
      return error(request, UNKNOWN_TOOL);
    }
    McpTransportContext context = McpTransportContext.create(Map.of(AGENT, agent));
    McpStatelessServerHandler sdk = Objects.requireNonNull(handler);
    JSONRPCResponse response =
        Mono.defer(() -> sdk.handleRequest(context, discreet(request)))
            .onErrorResume(McpError.class, e -> Mono.just(error(request, e.getJsonRpcError())))
            .onErrorResume(
                IllegalArgumentException.class, e -> Mono.just(error(request, UNFIT_PARAMS)))
            .block();
    return quiet(request, Objects.requireNonNull(response));
  }

  /** A model that misremembers a name is told the right ones. */
  private static boolean namesNoTool(JSONRPCRequest request) {
    return request.method().equals(McpSchema.METHOD_TOOLS_CALL)
        && request.params() instanceof Map<?, ?> named
        && named.get("name") instanceof String name
        && !AgentTools.NAMES.contains(name);
  }

  /** What a client says of itself is nobody's business here, and the SDK would log it. */
  private static JSONRPCRequest discreet(JSONRPCRequest request) {
    return request.method().equals(McpSchema.METHOD_INITIALIZE)
        ? new JSONRPCRequest(request.method(), request.id(), introduction(request.params()))
        : request;
  }

  private static Map<String, Object> introduction(@Nullable Object params) {
    Object asked = params instanceof Map<?, ?> named ? named.get("protocolVersion") : null;
    String version =
        asked instanceof String date && DATE.matcher(date).matches() ? date : NO_VERSION;
    return Map.of(
        "protocolVersion",
        version,
        "capabilities",
        Map.of(),
        "clientInfo",
        Map.of("name", "agent", "version", "0"));
  }

  /**
   * The SDK's internal errors speak of its classes; only parameters of a wrong shape lead there.
   */
  private static JSONRPCResponse quiet(JSONRPCRequest request, JSONRPCResponse response) {
    JSONRPCError error = response.error();
    return error != null && error.code() == McpSchema.ErrorCodes.INTERNAL_ERROR
        ? error(request, UNFIT_PARAMS)
        : response;
  }

  private static JSONRPCResponse error(JSONRPCRequest request, JSONRPCError error) {
    return JSONRPCResponse.error(request.id(), error);
  }

  @Override
  public void setMcpHandler(McpStatelessServerHandler handler) {
    this.handler = handler;
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }

  @Override
  public List<String> protocolVersions() {
    return VERSIONS;
  }
}
