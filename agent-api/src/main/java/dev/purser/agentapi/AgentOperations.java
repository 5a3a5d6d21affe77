package dev.purser.agentapi;

/**
 * The two things an agent can ask for. HTTP, MCP and the command line are bindings of this one
 * interface; there is no third operation.
 *
 * <p>Both throw {@link ProblemException} for a request that cannot be taken. A refusal by the
 * owner's policy is no problem but an answer, {@code denied}.
 */
public interface AgentOperations {

  /** Sets the quantity of one item in the agent's cart, or lists what the words could mean. */
  AddToCartAnswer addToCart(AgentName agent, AddToCart request);

  /** Freezes a vendor's lines and asks the owner to confirm them, or tells of an earlier order. */
  OrderView proposeOrder(AgentName agent, ProposeOrder request);
}
