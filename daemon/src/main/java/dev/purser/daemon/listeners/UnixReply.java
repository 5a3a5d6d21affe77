package dev.purser.daemon.listeners;

/**
 * What the daemon answered.
 *
 * @param status an HTTP status, never 403
 */
public record UnixReply(int status, String body) {
  public boolean isOk() {
    return status >= 200 && status < 300;
  }
}
