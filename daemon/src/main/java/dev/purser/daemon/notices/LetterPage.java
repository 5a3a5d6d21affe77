package dev.purser.daemon.notices;

import dev.purser.daemon.notices.words.ShownOrder;
import java.util.Optional;

/** What the letter's two templates are filled with. */
public record LetterPage(Words words, ShownOrder order, Optional<String> link) {

  public String subject() {
    return words.subject();
  }

  public String opening() {
    return words.opening();
  }

  public String invitation() {
    return words.invitation();
  }

  /** When what the link is for is over. */
  public String until() {
    return words.until();
  }

  /** Never the link. */
  @Override
  public String toString() {
    return "LetterPage[" + order.number() + "]";
  }
}
