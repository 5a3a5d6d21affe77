package dev.purser.agentapi.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.agentapi.AgentName;
import dev.purser.agentapi.AgentOperations;
import dev.purser.agentapi.Problem;
import dev.purser.agentapi.ProblemException;
import dev.purser.agentapi.http.ProblemMapper;
import dev.purser.agentapi.http.WireJson;
import dev.purser.agentapi.reading.AgentRequests;
import dev.purser.agentapi.reading.StrictMapper;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The MCP binding of {@link AgentOperations}: two tools and nothing else. It keeps no session, so a
 * client outlives a restart of the daemon.
 */
public final class AgentMcpServer {
  private final AgentOperations operations;
  private final ProblemMapper problems;
  private final ObjectMapper json = StrictMapper.create();
  private final WireJson wire = new WireJson();
  private final McpJsonMapper messages = new JacksonMcpJsonMapper(json);
  private final OneMessage transport = new OneMessage();

  /**
   * A server in front of these operations.
   *
   * @param version of the daemon, as clients may show it
   */
  public AgentMcpServer(AgentOperations operations, ProblemMapper problems, String version) {
    this.operations = operations;
    this.problems = problems;
    McpServer.sync(transport)
        .serverInfo(McpSchema.Implementation.builder("purser", version).title("Purser").build())
        .instructions(AgentTools.INSTRUCTIONS)
        .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
        .jsonMapper(messages)
        .jsonSchemaValidator(new OwnSchemas())
        .validateToolInputs(false)
        .immediateExecution(true)
        .toolCall(AgentTools.ADD_TO_CART, tool(this::addToCart))
        .toolCall(AgentTools.PROPOSE_ORDER, tool(this::proposeOrder))
        .build();
  }

  /**
   * Answers one message of an agent.
   *
   * @param body one JSON-RPC message
   * @return the answer; empty where none is due, to a notification
   * @throws ProblemException {@code malformed-json} for what is no such message
   */
  public Optional<byte[]> answer(AgentName agent, byte[] body) {
    return message(body) instanceof McpSchema.JSONRPCRequest request
        ? Optional.of(write(transport.answer(agent, request)))
        : Optional.empty();
  }

  private McpSchema.JSONRPCMessage message(byte[] body) {
    String text = StrictMapper.text(body);
    try {
      return McpSchema.deserializeJsonRpcMessage(messages, text);
    } catch (IOException | RuntimeException e) {
      throw StrictMapper.malformed();
    }
  }

  private byte[] write(McpSchema.JSONRPCResponse response) {
    try {
      return messages.writeValueAsBytes(response);
    } catch (IOException e) {
      throw new IllegalStateException("An answer that is no JSON", e);
    }
  }

  private Object addToCart(AgentName agent, JsonNode arguments) {
    return operations.addToCart(agent, AgentRequests.addToCart(arguments));
  }

  private Object proposeOrder(AgentName agent, JsonNode arguments) {
    return operations.proposeOrder(agent, AgentRequests.proposeOrder(arguments));
  }

  /** Nothing thrown gets past here: the SDK would tell the caller its message. */
  private BiFunction<McpTransportContext, CallToolRequest, CallToolResult> tool(
      BiFunction<AgentName, JsonNode, Object> operation) {
    return (context, request) -> {
      try {
        return answered(
            operation.apply(OneMessage.agentOf(context), arguments(request.arguments())));
      } catch (RuntimeException e) {
        return refused(problems.problemOf(e));
      }
    };
  }

  private JsonNode arguments(@Nullable Map<String, Object> arguments) {
    return json.valueToTree(arguments == null ? Map.of() : arguments);
  }

  private CallToolResult answered(Object view) {
    String text = text(view);
    try {
      return CallToolResult.builder()
          .addTextContent(text)
          .structuredContent(json.readTree(text))
          .isError(false)
          .build();
    } catch (IOException e) {
      throw new IllegalStateException("A view that is no JSON", e);
    }
  }

  /** As text only: structured content has to be of the tool's schema, for strict clients always. */
  private CallToolResult refused(Problem problem) {
    return CallToolResult.builder().addTextContent(text(problem)).isError(true).build();
  }

  private String text(Object view) {
    return StrictMapper.text(wire.write(view));
  }
}
