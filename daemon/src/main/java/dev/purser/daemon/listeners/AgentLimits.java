package dev.purser.daemon.listeners;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What one agent may take of the daemon, so that it starves neither another agent nor the owner.
 *
 * @param requestsPerMinute of one agent, 1 to 1,000,000; 120 without it, which no shopper needs
 * @param burst how many of them may come at once, 1 to {@code requestsPerMinute}; 60 without it, or
 *     all of a minute's where that is less
 * @param concurrentRequests of one agent, 1 to 32; 4 without it
 * @param connectionsOfOne of one agent, of all strangers together, or of one remote network that
 *     has not shaken hands yet, 1 to 1000; 16 without it
 * @param connections of all agents on one door besides two of each, or of all remote networks
 *     together, up to 10,000; 64 without it
 * @param kept how much of one agent's doings the books keep
 */
public record AgentLimits(
    int requestsPerMinute,
    int burst,
    int concurrentRequests,
    int connectionsOfOne,
    int connections,
    Kept kept) {
  static final AgentLimits DEFAULTS = of(null, null, null, null, null, null, null);

  private static final int DEFAULT_BURST = 60;
  private static final int MILLION = 1_000_000;

  /** As configured; Jackson hands over null for a key that is not there. */
  @JsonCreator
  public static AgentLimits of(
      @JsonProperty("requestsPerMinute") @Nullable Integer requestsPerMinute,
      @JsonProperty("burst") @Nullable Integer burst,
      @JsonProperty("concurrentRequests") @Nullable Integer concurrentRequests,
      @JsonProperty("connectionsOfOne") @Nullable Integer connectionsOfOne,
      @JsonProperty("connections") @Nullable Integer connections,
      @JsonProperty("denialsPerHour") @Nullable Integer denialsPerHour,
      @JsonProperty("cartChangesPerDay") @Nullable Integer cartChangesPerDay) {
    int rate = or(requestsPerMinute, 120);
    int ofOne = or(connectionsOfOne, 16);
    return new AgentLimits(
        rate,
        or(burst, Math.min(DEFAULT_BURST, rate)),
        or(concurrentRequests, 4),
        ofOne,
        or(connections, Math.max(64, ofOne)),
        new Kept(or(denialsPerHour, 60), or(cartChangesPerDay, 500)));
  }

  public AgentLimits {
    requireWithin("requestsPerMinute", requestsPerMinute, MILLION);
    requireWithin("burst", burst, requestsPerMinute);
    requireWithin("concurrentRequests", concurrentRequests, 32);
    requireWithin("connectionsOfOne", connectionsOfOne, 1_000);
    requireWithin("connections", connections, 10_000);
    if (connections < connectionsOfOne) {
      throw new IllegalArgumentException("'connections' must be at least 'connectionsOfOne'.");
    }
  }

  /**
   * What an agent has done stays in the books for good, so it cannot do it without end.
   *
   * @param denialsPerHour how many of its orders may be denied or declined, 1 to 1,000,000; 60
   *     without it
   * @param cartChangesPerDay how often it may put something into its cart or change how much of it,
   *     1 to 1,000,000; 500 without it
   */
  public record Kept(int denialsPerHour, int cartChangesPerDay) {
    public Kept {
      requireWithin("denialsPerHour", denialsPerHour, MILLION);
      requireWithin("cartChangesPerDay", cartChangesPerDay, MILLION);
    }
  }

  private static int or(@Nullable Integer written, int otherwise) {
    return written == null ? otherwise : written;
  }

  private static void requireWithin(String key, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException("'%s' must be 1 to %d.".formatted(key, most));
    }
  }
}
