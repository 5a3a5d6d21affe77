package dev.purser.daemon.notices;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a letter to every postman. It counts as delivered when one that reaches the owner took it;
 * the copy in the outbox is always made, and counts only where there is no other postman.
 */
public final class ManyPostmen implements Postman {
  private static final Logger LOG = LoggerFactory.getLogger(ManyPostmen.class);

  private final List<Postman> reaching;
  private final Postman outbox;

  public ManyPostmen(List<Postman> reaching, Postman outbox) {
    this.reaching = List.copyOf(reaching);
    this.outbox = outbox;
  }

  @Override
  public void deliver(Letter letter) throws UndeliveredException {
    List<UndeliveredException> failures = new ArrayList<>();
    boolean copied = takes(outbox, letter, failures);
    boolean reached = false;
    for (Postman postman : reaching) {
      reached |= takes(postman, letter, failures);
    }
    if (!(reaching.isEmpty() ? copied : reached)) {
      UndeliveredException none = new UndeliveredException("nobody took the " + letter);
      failures.forEach(none::addSuppressed);
      throw none;
    }
  }

  // A postman that breaks must not keep the next one from trying.
  private static boolean takes(
      Postman postman, Letter letter, List<UndeliveredException> failures) {
    try {
      postman.deliver(letter);
      return true;
    } catch (UndeliveredException e) {
      LOG.warn("{}: {}", letter, e.getMessage());
      failures.add(e);
      return false;
    }
  }
}
