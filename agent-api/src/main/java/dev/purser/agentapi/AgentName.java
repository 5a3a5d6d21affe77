package dev.purser.agentapi;

/**
 * Which agent asks, as the kernel or a certificate says; never as the agent itself says.
 *
 * @param name the owner's name for the agent
 */
public record AgentName(String name) {
  @Override
  public String toString() {
    return name;
  }
}
