package dev.purser.daemon.ledger;

import org.jspecify.annotations.Nullable;

/** A change could not be taken, or its commit failed. */
public final class BooksUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BooksUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
