package dev.purser.daemon.cli;

/** A command that was not done; the message says why, for the person who typed it. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message);
  }
}
