package dev.purser.daemon.listeners;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Which connections there are, and whose they are; one too many is never let in. */
final class ConnectionCount {
  /** For one that is in use and one that takes its place. */
  private static final int RESERVED_FOR_EACH = 2;

  private final AgentLimits limits;
  private final int reserved;
  private final Map<Object, Object> owners = new HashMap<>();

  private ConnectionCount(AgentLimits limits, int reserved) {
    this.limits = limits;
    this.reserved = reserved;
  }

  /** Of owners who may be any number of somebodies, and share all places. */
  static ConnectionCount ofAnybody(AgentLimits limits) {
    return new ConnectionCount(limits, 0);
  }

  /**
   * Of owners whom the policy names: each has two places that no other can take. Their number is
   * bounded, and so are these.
   */
  static ConnectionCount ofNamed(AgentLimits limits) {
    return new ConnectionCount(limits, RESERVED_FOR_EACH);
  }

  /**
   * Counts a connection in.
   *
   * @param owner who is at the other end, compared by {@code equals}
   * @throws IOException when there are enough; the connection is to be closed at once
   */
  synchronized void enter(Object connection, Object owner) throws IOException {
    Map<Object, Integer> counts = new HashMap<>();
    owners.values().forEach(each -> counts.merge(each, 1, Integer::sum));
    int ofOwner = counts.getOrDefault(owner, 0);
    if (ofOwner >= limits.connectionsOfOne() || (ofOwner >= reserved && isFull(counts))) {
      throw new IOException("There are enough connections");
    }
    owners.put(connection, owner);
  }

  /** False for one that was not counted. */
  synchronized boolean leave(Object connection) {
    return owners.remove(connection) != null;
  }

  private boolean isFull(Map<Object, Integer> counts) {
    int shared = counts.values().stream().mapToInt(count -> Math.max(0, count - reserved)).sum();
    return shared >= limits.connections();
  }
}
