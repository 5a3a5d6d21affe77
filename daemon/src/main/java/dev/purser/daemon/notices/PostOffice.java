package dev.purser.daemon.notices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a letter to the first channel that takes it. A copy in the outbox is always made, and
 * counts only where there is no channel at all: nobody reads it there.
 */
public final class PostOffice {
  private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);

  private final Map<String, Postman> channels = new LinkedHashMap<>();
  private final Postman outbox;

  /**
   * An office.
   *
   * @param channels those that reach the owner, in the order in which they are tried
   */
  public PostOffice(List<Postman> channels, Postman outbox) {
    channels.forEach(postman -> this.channels.put(freeName(postman), postman));
    this.outbox = outbox;
  }

  // The second mail server is smtp-2.
  private String freeName(Postman postman) {
    String name = postman.channel();
    for (int number = 2; channels.containsKey(name); number++) {
      name = postman.channel() + "-" + number;
    }
    return name;
  }

  /** Whether there is another way to the owner than that one. */
  boolean hasOtherThan(String name) {
    return channels.keySet().stream().anyMatch(known -> !known.equals(name));
  }

  /**
   * Has the letter delivered, once.
   *
   * @param last the channel that is tried only when no other takes the letter
   * @return the name of the channel that took it
   * @throws UndeliveredException when none did
   */
  String deliver(Letter letter, Optional<String> last) throws UndeliveredException {
    List<Exception> failures = new ArrayList<>();
    boolean copied = takes(outbox, letter, failures);
    if (channels.isEmpty() && copied) {
      return outbox.channel();
    }
    for (String name : inTurn(last)) {
      Postman postman = channels.get(name);
      if (postman != null && takes(postman, letter, failures)) {
        return name;
      }
    }
    UndeliveredException none = new UndeliveredException("nobody took the " + letter);
    failures.forEach(none::addSuppressed);
    throw none;
  }

  private List<String> inTurn(Optional<String> last) {
    List<String> names = new ArrayList<>(channels.keySet());
    last.filter(names::remove).ifPresent(names::add);
    return names;
  }

  // A postman that breaks must not keep the next one from trying. What broke may quote the letter.
  private static boolean takes(Postman postman, Letter letter, List<Exception> failures) {
    try {
      postman.deliver(letter);
      return true;
    } catch (UndeliveredException e) {
      LOG.warn("{} by {}: {}", letter, postman.channel(), e.getMessage());
      failures.add(e);
    } catch (RuntimeException e) {
      LOG.error("{} by {}: {}", letter, postman.channel(), e.getClass().getSimpleName());
      failures.add(e);
    }
    return false;
  }
}
