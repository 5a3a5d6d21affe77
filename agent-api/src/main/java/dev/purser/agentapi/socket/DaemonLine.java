package dev.purser.agentapi.socket;

/**
 * A way to the daemon: one question, one answer. A Unix socket is one; whatever else can carry a
 * POST may be another.
 */
public interface DaemonLine {

  /**
   * Asks.
   *
   * @param path such as {@code /v1/add-to-cart}
   * @param json the body
   * @throws UnreachableException when no whole answer came; the daemon may have acted all the same
   */
  DaemonReply post(String path, String json) throws UnreachableException;
}
