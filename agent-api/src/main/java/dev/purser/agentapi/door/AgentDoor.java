package dev.purser.agentapi.door;

import dev.purser.agentapi.AgentOperations;
import dev.purser.agentapi.http.AgentIdentity;
import dev.purser.agentapi.http.AgentResource;
import dev.purser.agentapi.http.Incidents;
import dev.purser.agentapi.http.ProblemMapper;
import dev.purser.agentapi.mcp.McpResource;
import java.util.ArrayList;
import java.util.List;

/** All that answers behind a door for agents: the two operations over HTTP, and again over MCP. */
public final class AgentDoor {
  private AgentDoor() {}

  /** All that a listener must register, besides what sets {@link AgentIdentity#PROPERTY}. */
  public static List<Object> components(AgentOperations operations, Incidents incidents) {
    List<Object> components = new ArrayList<>(AgentResource.components(operations, incidents));
    components.add(new McpResource(operations, new ProblemMapper(incidents)));
    return components;
  }
}
