package dev.purser.daemon.listeners;

import io.dropwizard.util.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes a connection whose body trickles. The idle time-out alone begins anew with every byte, so
 * one byte at a time could hold a thread for a day.
 */
final class BodyDeadline extends Handler.Wrapper {
  private final Duration deadline;

  BodyDeadline(Duration deadline, Handler handler) {
    super(handler);
    this.deadline = deadline;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    Scheduler.Task closing =
        request
            .getComponents()
            .getScheduler()
            .schedule(
                () -> endPoint.close(new TimeoutException("The body took too long")),
                deadline.toMilliseconds(),
                TimeUnit.MILLISECONDS);
    Request.addCompletionListener(request, failure -> closing.cancel());
    return super.handle(new WatchedBody(request, closing), response, callback);
  }

  /** Calls the closing off at the last of the body: the answer may take its time. */
  private static final class WatchedBody extends Request.Wrapper {
    private final Scheduler.Task closing;

    WatchedBody(Request request, Scheduler.Task closing) {
      super(request);
      this.closing = closing;
    }

    @Override
    @SuppressWarnings("NullAway")
    public Content.Chunk read() {
      Content.Chunk chunk = super.read();
      if (chunk != null && chunk.isLast()) {
        closing.cancel();
      }
      return chunk;
    }
  }
}
