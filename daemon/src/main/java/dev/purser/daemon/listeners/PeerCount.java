package dev.purser.daemon.listeners;

import java.io.IOException;
import java.util.function.Predicate;

/**
 * The connections of a Unix socket, counted by the users that the door knows. All others are one,
 * with a few places of their own and none of the others': with subordinate uids any user can be
 * sixty-five thousand.
 */
final class PeerCount {
  private static final Object STRANGERS = new Object();

  private final ConnectionCount known;
  private final ConnectionCount strange;
  private final Predicate<Peer> isKnown;

  PeerCount(AgentLimits limits, Predicate<Peer> isKnown) {
    this.known = ConnectionCount.ofNamed(limits);
    this.strange = ConnectionCount.ofAnybody(limits);
    this.isKnown = isKnown;
  }

  void enter(Object connection, Peer peer) throws IOException {
    if (isKnown.test(peer)) {
      known.enter(connection, peer);
    } else {
      strange.enter(connection, STRANGERS);
    }
  }

  void leave(Object connection) {
    known.leave(connection);
    strange.leave(connection);
  }
}
