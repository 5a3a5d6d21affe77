package dev.purser.daemon.listeners;

import java.io.IOException;
import java.util.function.Predicate;

/**
 * The connections of a Unix socket, counted by the users that the door knows. All others are one:
 * with subordinate uids any user can be sixty-five thousand.
 */
final class PeerCount {
  private final ConnectionCount connections;
  private final Predicate<Peer> isKnown;

  PeerCount(AgentLimits limits, Predicate<Peer> isKnown) {
    this.connections = new ConnectionCount(limits);
    this.isKnown = isKnown;
  }

  void enter(PeerEndPoint connection) throws IOException {
    Peer peer = connection.peer();
    connections.enter(connection, isKnown.test(peer) ? peer : ConnectionCount.STRANGERS);
  }

  void leave(Object connection) {
    connections.leave(connection);
  }
}
