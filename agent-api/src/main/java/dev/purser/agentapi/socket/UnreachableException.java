package dev.purser.agentapi.socket;

import java.io.IOException;

/** No whole answer came. The message is a sentence for people, without advice. */
public final class UnreachableException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Why why;

  public UnreachableException(Why why, String fact, Throwable cause) {
    super(fact, cause);
    this.why = why;
  }

  public Why why() {
    return why;
  }

  /** What kept the answer from coming, as far as one can tell from here. */
  public enum Why {
    /** There is no such socket, or this process cannot see it. */
    NO_SOCKET,
    /** The socket is there, and nobody listens on it. */
    NOBODY_ANSWERS,
    /** The file modes keep this user out. */
    NOT_PERMITTED,
    /** One side's certificate is not the one that the other expects. */
    NOT_TRUSTED,
    /** The connection ended so early that the other side may not have taken our certificate. */
    PERHAPS_TURNED_AWAY,
    /** The file modes would let this user in, and the system does not. */
    SANDBOXED,
    /** Connected, and the answer did not come in time. */
    TOO_SLOW,
    /** Connected, and the connection ended before the answer did. */
    CUT_OFF
  }
}
