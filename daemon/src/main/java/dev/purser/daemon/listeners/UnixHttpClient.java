package dev.purser.daemon.listeners;

import dev.purser.agentapi.socket.DaemonReply;
import dev.purser.agentapi.socket.UnixSocketLine;
import dev.purser.agentapi.socket.UnreachableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The command line's way to the running daemon. Nothing is kept open between two requests. */
public final class UnixHttpClient {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final UnixSocketLine line;

  private UnixHttpClient(UnixSocketLine line) {
    this.line = line;
  }

  /** A client for one socket; nothing is connected before the first request. */
  public static UnixHttpClient of(Path socket) {
    return new UnixHttpClient(new UnixSocketLine(socket, PATIENCE));
  }

  /**
   * Asks.
   *
   * @param path with the query, such as {@code /budgets?month=2026-12}
   * @return with a status that is never 403
   * @throws ControlException when the daemon cannot be reached or does not let this user in
   */
  public DaemonReply get(String path) throws IOException {
    try {
      return admitted(line.get(path));
    } catch (UnreachableException e) {
      throw advised(e);
    }
  }

  /**
   * Tells.
   *
   * @throws ControlException as {@link #get}
   */
  public DaemonReply post(String path, String json) throws IOException {
    try {
      return admitted(line.post(path, json));
    } catch (UnreachableException e) {
      throw advised(e);
    }
  }

  private static DaemonReply admitted(DaemonReply reply) throws ControlException {
    if (reply.status() == 403) {
      throw new ControlException(
          "The daemon does not let this user do that. Roles are in policy.yml, under the names of"
              + " OS users.");
    }
    return reply;
  }

  private static ControlException advised(UnreachableException e) {
    String fact = String.valueOf(e.getMessage());
    return switch (e.why()) {
      case NO_SOCKET, NOBODY_ANSWERS ->
          new ControlException(
              fact.substring(0, fact.length() - 1)
                  + ": is the daemon running? Start it with 'purser server purser.yml'.",
              e);
      case NOT_PERMITTED, SANDBOXED ->
          new ControlException(
              fact.substring(0, fact.length() - 1)
                  + ": join the group of its directory, or use sudo -u.",
              e);
      case NOT_TRUSTED, TOO_SLOW, CUT_OFF, PERHAPS_TURNED_AWAY -> new ControlException(fact, e);
    };
  }
}
