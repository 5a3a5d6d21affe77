package dev.purser.daemon.purchasing;

import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.notices.Letter;
import dev.purser.daemon.notices.Notice;
import dev.purser.daemon.notices.Postman;
import dev.purser.daemon.notices.UndeliveredException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where the owner's letters arrive. */
public final class Mailbox implements Postman {
  private static final Pattern LINK = Pattern.compile("/o/([A-Za-z0-9_-]{43})");

  private final List<Letter> letters = new ArrayList<>();
  private volatile boolean full;

  /** From now on no letter is taken, or is again. */
  public void beFull(boolean isFull) {
    full = isFull;
  }

  @Override
  public synchronized void deliver(Letter letter) throws UndeliveredException {
    if (full) {
      throw new UndeliveredException("mailbox full");
    }
    letters.add(letter);
  }

  /** What the owner was told of the order, in order. */
  public synchronized List<Notice.Kind> told(UUID order) {
    return letters.stream()
        .filter(letter -> letter.about().orders().contains(order))
        .map(letter -> letter.about().kind())
        .toList();
  }

  public synchronized int count() {
    return letters.size();
  }

  /** The link in the last letter about the order that has one. */
  public synchronized Locator link(UUID order) {
    Locator last = null;
    for (Letter letter : letters) {
      List<String> links =
          LINK.matcher(letter.text()).results().map(link -> link.group(1)).toList();
      int place = letter.about().orders().indexOf(order);
      if (place >= 0 && place < links.size()) {
        last = Locator.parse(links.get(place)).orElseThrow();
      }
    }
    if (last == null) {
      throw new IllegalStateException("no letter with a link to " + order);
    }
    return last;
  }
}
