package dev.purser.daemon.owner.web;

import java.util.Optional;

/**
 * A page that says one thing.
 *
 * @param heading a few words
 * @param text what to do now, in a sentence or two
 */
public record Message(String heading, String text, Optional<Way> onward) {

  public Message(String heading, String text) {
    this(heading, text, Optional.empty());
  }

  /**
   * A link out of the page.
   *
   * @param href a path of ours
   */
  public record Way(String href, String label) {}
}
