package dev.purser.daemon.listeners;

import io.dropwizard.util.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes a connection that does not finish its handshake. The idle time-out begins anew with every
 * byte, and who has not shaken hands is nobody yet.
 */
final class HandshakeDeadline implements SslHandshakeListener {
  private final Duration deadline;
  private final Map<EndPoint, Scheduler.Task> closings = new ConcurrentHashMap<>();

  HandshakeDeadline(Duration deadline) {
    this.deadline = deadline;
  }

  void begin(EndPoint endPoint, Scheduler scheduler) {
    closings.put(
        endPoint,
        scheduler.schedule(
            () -> endPoint.close(new TimeoutException("The handshake took too long")),
            deadline.toMilliseconds(),
            TimeUnit.MILLISECONDS));
  }

  /** Calls the closing off; for one that is closed already, that it be forgotten. */
  void end(EndPoint endPoint) {
    Scheduler.Task closing = closings.remove(endPoint);
    if (closing != null) {
      closing.cancel();
    }
  }

  /** How many connections are shaking hands. */
  int underWay() {
    return closings.size();
  }

  @Override
  public void handshakeSucceeded(Event event) {
    if (event.getEndPoint() instanceof EndPoint.Wrapper deciphered) {
      end(deciphered.unwrap());
    }
  }
}
