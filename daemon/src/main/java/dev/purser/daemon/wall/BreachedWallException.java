package dev.purser.daemon.wall;

/** The daemon is not to start like this; the message says what is open and how to close it. */
public final class BreachedWallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BreachedWallException(String message) {
    super(message);
  }
}
