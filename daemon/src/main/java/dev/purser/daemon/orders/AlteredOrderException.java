package dev.purser.daemon.orders;

/** A stored order is no longer what was proposed; somebody has been at the database. */
public final class AlteredOrderException extends RuntimeException {
  private static final long serialVersionUID = 1;

  AlteredOrderException(String message) {
    super(message);
  }

  AlteredOrderException(String message, Throwable cause) {
    super(message, cause);
  }
}
