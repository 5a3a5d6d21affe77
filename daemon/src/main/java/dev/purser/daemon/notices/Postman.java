package dev.purser.daemon.notices;

/** A way for a letter to leave the house. */
public interface Postman {

  /** The kind of channel, in a word such as {@code smtp}: for records. */
  String channel();

  /**
   * Hands the letter on.
   *
   * @throws UndeliveredException when it was not taken; it may be tried again
   */
  void deliver(Letter letter) throws UndeliveredException;
}
