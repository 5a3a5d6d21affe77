package dev.purser.daemon.notices;

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
    return "Letter[" + about.kind() + " " + about.order() + "]";
  }

  private static void requireOneLine(String header) {
    if (header.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a header is one line without control characters");
    }
  }

  /** What a letter is about. */
  public record About(Notice.Kind kind, UUID order) {}
}
