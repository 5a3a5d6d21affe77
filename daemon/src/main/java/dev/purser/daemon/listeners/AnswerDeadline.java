package dev.purser.daemon.listeners;

import io.dropwizard.util.Duration;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes a connection whose answer nobody reads. It counts from the first piece of the answer: how
 * long the answer is in the making is not the reader's doing, and a payment must not be cut off.
 */
final class AnswerDeadline extends Handler.Wrapper {
  private final Duration deadline;

  AnswerDeadline(Duration deadline, Handler handler) {
    super(handler);
    this.deadline = deadline;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    WatchedAnswer answer = new WatchedAnswer(request, response);
    Request.addCompletionListener(request, failure -> answer.callOff());
    return super.handle(request, answer, callback);
  }

  private final class WatchedAnswer extends Response.Wrapper {
    private volatile Scheduler.Task closing = () -> true;
    private boolean hasBegun;

    WatchedAnswer(Request request, Response response) {
      super(request, response);
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
      if (!hasBegun) {
        hasBegun = true;
        closing = close();
      }
      super.write(last, content, callback);
    }

    void callOff() {
      closing.cancel();
    }

    private Scheduler.Task close() {
      EndPoint endPoint = getRequest().getConnectionMetaData().getConnection().getEndPoint();
      return getRequest()
          .getComponents()
          .getScheduler()
          .schedule(
              () -> endPoint.close(new TimeoutException("Nobody reads the answer")),
              deadline.toMilliseconds(),
              TimeUnit.MILLISECONDS);
    }
  }
}
