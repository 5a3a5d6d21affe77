package dev.purser.agentapi.door;

import dev.purser.agentapi.AgentOperations;
import dev.purser.agentapi.http.AgentIdentity;
import dev.purser.agentapi.http.AgentResource;
import dev.purser.agentapi.http.Incidents;
import dev.purser.agentapi.http.ProblemMapper;
import dev.purser.agentapi.mcp.LocalOrigins;
import dev.purser.agentapi.mcp.McpResource;
import io.modelcontextprotocol.server.transport.ServerHttpHeaderValidator;
import java.util.ArrayList;
import java.util.List;

/** All that answers behind a door for agents: the two operations over HTTP, and again over MCP. */
public final class AgentDoor {
  private AgentDoor() {}

  /**
   * All that a listener on this machine must register, besides a filter that calls {@link
   * AgentIdentity#set}.
   */
  public static List<Object> components(AgentOperations operations, Incidents incidents) {
    return components(operations, incidents, LocalOrigins.validator());
  }

  /**
   * As {@link #components(AgentOperations, Incidents)}, for a listener that others can reach.
   *
   * @param origins which values of Host and Origin MCP takes there
   */
  public static List<Object> components(
      AgentOperations operations, Incidents incidents, ServerHttpHeaderValidator origins) {
    List<Object> components = new ArrayList<>(AgentResource.components(operations, incidents));
    components.add(new McpResource(operations, new ProblemMapper(incidents), origins));
    return components;
  }
}
