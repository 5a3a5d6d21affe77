package dev.purser.daemon.purchasing;

import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.notices.Letter;
import dev.purser.daemon.notices.Notice;
import dev.purser.daemon.notices.Postman;
import dev.purser.daemon.notices.UndeliveredException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
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
        .filter(letter -> letter.about().order().equals(order))
        .map(letter -> letter.about().kind())
        .toList();
  }

  /** The link in the last letter about the order that has one. */
  public synchronized Locator link(UUID order) {
    Locator last = null;
    for (Letter letter : letters) {
      Matcher link = LINK.matcher(letter.text());
      if (letter.about().order().equals(order) && link.find()) {
        last = Locator.parse(link.group(1)).orElseThrow();
      }
    }
    if (last == null) {
      throw new IllegalStateException("no letter with a link to " + order);
    }
    return last;
  }
}
