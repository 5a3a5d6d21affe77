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

  /** Who freezes all when the books are not those that were left. */
  public static final String DAEMON = "daemon";

  /** Whether it stops payments, too. */
  public boolean isOfDoubt() {
    return agent.isEmpty() && by.equals(DAEMON);
  }

  /** An agent's name, or {@link #ALL}. */
  public static String word(Optional<String> agent) {
    return agent.orElse(ALL);
  }
}
