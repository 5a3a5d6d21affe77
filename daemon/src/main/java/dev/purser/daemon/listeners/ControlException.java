package dev.purser.daemon.listeners;

import java.io.IOException;

/** A command that did not reach the daemon, or was not let in; the message says what to do. */
public final class ControlException extends IOException {
  private static final long serialVersionUID = 1L;

  ControlException(String message) {
    super(message);
  }

  ControlException(String message, Throwable cause) {
    super(message, cause);
  }
}
