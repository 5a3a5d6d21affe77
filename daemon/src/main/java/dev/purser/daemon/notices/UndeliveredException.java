package dev.purser.daemon.notices;

/** A letter was not taken. The message says by whom, and holds nothing of the letter. */
public final class UndeliveredException extends Exception {
  private static final long serialVersionUID = 1L;

  public UndeliveredException(String message, Throwable cause) {
    super(message, cause);
  }

  public UndeliveredException(String message) {
    super(message);
  }
}
