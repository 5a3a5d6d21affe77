package dev.purser.daemon.notices;

import dev.purser.daemon.notices.words.ShownOrder;
import java.util.Optional;

/** What the letter's two templates are filled with. */
public record LetterPage(String subject, String opening, ShownOrder order, Optional<String> link) {

  /** Never the link. */
  @Override
  public String toString() {
    return "LetterPage[" + order.number() + "]";
  }
}
