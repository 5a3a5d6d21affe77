package dev.purser.daemon;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the daemon does by itself. Woken when the flow has made something to do. */
final class Errands {
  private final List<Errand> errands = new CopyOnWriteArrayList<>();

  Errand add(String name, Runnable task) {
    Errand errand = new Errand(name, task);
    errands.add(errand);
    return errand;
  }

  void wake() {
    errands.forEach(Errand::wake);
  }
}
