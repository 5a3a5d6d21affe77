package dev.purser.daemon.notices;

import dev.purser.budgets.Money;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One letter, ready to be sent. Prints as no more than what it is about: its bodies hold the link.
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
    return "Letter[" + about.slug() + " " + about.brief() + "]";
  }

  private static void requireOneLine(String header) {
    if (header.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a header is one line without control characters");
    }
  }

  /**
   * What a letter is about: all that a channel says that has no room for the letter itself.
   *
   * @param id the same whenever the same notices are sent
   * @param matters one, or several that are told together
   */
  public record About(String id, boolean dryRun, List<Matter> matters) {
    public About {
      matters = List.copyOf(matters);
      if (matters.isEmpty()) {
        throw new IllegalArgumentException("a letter is about something");
      }
    }

    /** The orders, in the order of the letter. */
    public List<UUID> orders() {
      return matters.stream().map(Matter::order).toList();
    }

    /** What is told, if it is the same of all; else {@code several-news}. */
    public String slug() {
      List<String> slugs = matters.stream().map(matter -> matter.news().slug()).distinct().toList();
      return slugs.size() == 1 ? slugs.get(0) : "several-news";
    }

    /** For people and file names: the order, or the first and how many more. */
    String brief() {
      int more = matters.size() - 1;
      return matters.get(0).order() + (more == 0 ? "" : "-and-" + more + "-more");
    }

    /** Whether the owner is asked for anything. */
    boolean asksForAnswer() {
      return matters.stream().anyMatch(matter -> matter.news().asksForAnswer());
    }

    /** Without links. */
    @Override
    public String toString() {
      return "About[" + slug() + " " + brief() + "]";
    }
  }

  /**
   * One order that a letter tells of.
   *
   * @param payee as the owner wrote it, in one line
   */
  public record Matter(News news, UUID order, String payee, Money total, Optional<URI> link) {

    static Matter of(Notice notice, String payee) {
      return new Matter(
          notice.news(),
          notice.sheet().order(),
          payee,
          notice.sheet().requisition().total(),
          notice.link());
    }

    /** Without the link. */
    @Override
    public String toString() {
      return "Matter[" + news.slug() + " " + order + "]";
    }
  }
}
