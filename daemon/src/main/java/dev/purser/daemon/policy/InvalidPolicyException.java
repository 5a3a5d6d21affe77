package dev.purser.daemon.policy;

import org.jspecify.annotations.Nullable;

/** A file of the administrator's that says nothing usable; the message says where and what. */
public final class InvalidPolicyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidPolicyException(String message) {
    this(message, null);
  }

  public InvalidPolicyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
