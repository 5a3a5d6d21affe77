package dev.purser.daemon.purchasing;

import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.notices.Letter;
import dev.purser.daemon.notices.News;
import dev.purser.daemon.notices.Postman;
import dev.purser.daemon.notices.UndeliveredException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Where the owner's letters arrive. */
public final class Mailbox implements Postman {
  private final List<Letter> letters = new ArrayList<>();
  private final String channel;
  private volatile boolean full;

  Mailbox(String channel) {
    this.channel = channel;
  }

  /** From now on no letter is taken, or is again. */
  public void beFull(boolean isFull) {
    full = isFull;
  }

  @Override
  public String channel() {
    return channel;
  }

  @Override
  public synchronized void deliver(Letter letter) throws UndeliveredException {
    if (full) {
      throw new UndeliveredException("mailbox full");
    }
    letters.add(letter);
  }

  /** What the owner was told of the order, in order. */
  public synchronized List<News> told(UUID order) {
    return matters(order).map(Letter.Matter::news).toList();
  }

  public synchronized int count() {
    return letters.size();
  }

  public synchronized Letter last() {
    return letters.get(letters.size() - 1);
  }

  /** The link in the last letter about the order that has one. */
  public synchronized Locator link(UUID order) {
    return matters(order)
        .flatMap(matter -> matter.link().stream())
        .reduce((earlier, later) -> later)
        .map(Mailbox::locator)
        .orElseThrow(() -> new IllegalStateException("no letter with a link to " + order));
  }

  private Stream<Letter.Matter> matters(UUID order) {
    return letters.stream()
        .flatMap(letter -> letter.about().matters().stream())
        .filter(matter -> matter.order().equals(order));
  }

  private static Locator locator(URI link) {
    return Locator.parse(link.getPath().replaceFirst("^/o/", "")).orElseThrow();
  }
}
