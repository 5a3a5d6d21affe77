package dev.purser.daemon.notices;

import java.util.List;
import java.util.UUID;

/**
 * One mail, ready to be sent. Prints as no more than what it is about: its bodies hold the link.
 *
 * @param recipient an address such as {@code owner@example.org}
 * @param text the plain body
 * @param html the same for mail programs that show it
 */
public record Letter(About about, String recipient, String subject, String text, String html) {

  /** Refuses what would end a header line. */
  public Letter {
    requireOneLine(recipient);
    requireOneLine(subject);
  }

  @Override
  public String toString() {
    return "Letter[" + about.kind() + " " + about.brief() + "]";
  }

  private static void requireOneLine(String header) {
    if (header.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a header is one line without control characters");
    }
  }

  /**
   * What a letter is about.
   *
   * @param orders one, or several that were proposed soon after each other
   */
  public record About(Notice.Kind kind, List<UUID> orders) {
    public About {
      orders = List.copyOf(orders);
      if (orders.isEmpty()) {
        throw new IllegalArgumentException("a letter is about something");
      }
    }

    static About one(Notice.Kind kind, UUID order) {
      return new About(kind, List.of(order));
    }

    /** For people and file names: the order, or the first and how many more. */
    String brief() {
      int more = orders.size() - 1;
      return orders.get(0) + (more == 0 ? "" : "-and-" + more + "-more");
    }
  }
}
