package dev.purser.daemon.listeners;

import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Connections whose users nobody knows apart. When all places are taken, who has waited longest
 * without asking anything makes room for the next: silence keeps no one else out.
 */
final class WaitingRoom<C> {
  private final int places;
  private final Set<C> waiting = new LinkedHashSet<>();
  private final Set<C> served = new HashSet<>();

  /**
   * An empty one.
   *
   * @param places 1 or more
   */
  WaitingRoom(int places) {
    this.places = places;
  }

  /**
   * Lets a connection in.
   *
   * @return the one that is to be closed for it, if there was no place left
   * @throws IOException when all the others are being answered; the new one is to be closed
   */
  synchronized Optional<C> enter(C connection) throws IOException {
    Optional<C> leaving = Optional.empty();
    if (waiting.size() + served.size() >= places) {
      Iterator<C> eldest = waiting.iterator();
      if (!eldest.hasNext()) {
        throw new IOException("There are enough connections");
      }
      leaving = Optional.of(eldest.next());
      eldest.remove();
    }
    waiting.add(connection);
    return leaving;
  }

  /** It has asked, all of it; no other takes its place now. */
  synchronized void serve(C connection) {
    if (waiting.remove(connection)) {
      served.add(connection);
    }
  }

  /** It has its answer and waits like others, as the newest of them. */
  synchronized void serveNoMore(C connection) {
    if (served.remove(connection)) {
      waiting.add(connection);
    }
  }

  synchronized void leave(C connection) {
    waiting.remove(connection);
    served.remove(connection);
  }
}
