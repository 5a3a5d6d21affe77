package dev.purser.daemon.listeners;

import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Which connections a door has, and whose they are; one too many is never let in. */
final class ConnectionCount {
  /** All whom the door does not know are one, however many users or networks they pretend to be. */
  static final Object STRANGERS = new Object();

  private final AgentLimits limits;
  private final Map<Object, Object> owners = new HashMap<>();

  ConnectionCount(AgentLimits limits) {
    this.limits = limits;
  }

  /**
   * Counts a connection in. Strangers have a few places of their own and none of the others'.
   *
   * @param owner who is at the other end, compared by {@code equals}
   * @throws IOException when there are enough; the connection is to be closed at once
   */
  synchronized void enter(Object connection, Object owner) throws IOException {
    int ofOwner = Collections.frequency(owners.values(), owner);
    if (ofOwner >= limits.connectionsOfOne() || (!owner.equals(STRANGERS) && isFull())) {
      throw new IOException("There are enough connections");
    }
    owners.put(connection, owner);
  }

  synchronized void leave(Object connection) {
    owners.remove(connection);
  }

  private boolean isFull() {
    int ofStrangers = Collections.frequency(owners.values(), STRANGERS);
    return owners.size() - ofStrangers >= limits.connections();
  }
}
