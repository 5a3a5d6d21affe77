package dev.purser.daemon.agents;

import java.time.Instant;
import java.util.Optional;

/**
 * An agent, or all of them, may propose nothing for now.
 *
 * @param agent empty for all of them, whoever they are
 */
public record Freeze(Optional<String> agent, String by, Instant since) {
  /** What the table and the audit trail call all agents; no agent can be named so. */
  public static final String ALL = "*";

  /** An agent's name, or {@link #ALL}. */
  public static String word(Optional<String> agent) {
    return agent.orElse(ALL);
  }
}
