package dev.purser.daemon.listeners;

import java.io.IOException;

/** A door that must stay shut; the message names the path and what to do, for the administrator. */
public final class DoorException extends IOException {
  private static final long serialVersionUID = 1L;

  DoorException(String message) {
    super(message);
  }

  DoorException(String message, Throwable cause) {
    super(message, cause);
  }
}
