package dev.purser.daemon.owner.home;

import java.util.List;

/** What waits for the owner, what came last, and how the owner fares. */
public record HomePage(List<OrderLine> waiting, List<OrderLine> last, Fatigue fatigue) {
  public HomePage {
    waiting = List.copyOf(waiting);
    last = List.copyOf(last);
  }
}
