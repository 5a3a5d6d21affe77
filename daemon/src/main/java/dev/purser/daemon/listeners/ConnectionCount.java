package dev.purser.daemon.listeners;

import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Which connections a door has, and whose they are; one too many is never let in. */
final class ConnectionCount {
  private final AgentLimits limits;
  private final Map<Object, Object> owners = new HashMap<>();

  ConnectionCount(AgentLimits limits) {
    this.limits = limits;
  }

  /**
   * Counts a connection in.
   *
   * @param owner who is at the other end, compared by {@code equals}
   * @throws IOException when there are enough; the connection is to be closed at once
   */
  synchronized void enter(Object connection, Object owner) throws IOException {
    if (owners.size() >= limits.connections()
        || Collections.frequency(owners.values(), owner) >= limits.connectionsOfOne()) {
      throw new IOException("There are enough connections");
    }
    owners.put(connection, owner);
  }

  synchronized void leave(Object connection) {
    owners.remove(connection);
  }
}
