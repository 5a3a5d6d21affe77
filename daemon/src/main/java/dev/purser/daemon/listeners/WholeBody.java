package dev.purser.daemon.listeners;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Asks what is behind it only when a request's body is there, and lets no thread wait for one. Of a
 * body that is larger than any that is taken it waits for so much as shows that.
 *
 * <p>Jetty's own handler of this kind keeps a buffer for each piece in which a body arrives; here
 * one that comes byte by byte costs no more memory than another.
 */
final class WholeBody extends Handler.Wrapper {
  private final int mostBytes;

  /**
   * Of bodies up to a size.
   *
   * @param mostBytes what the application takes; one that is longer is handed over unread beyond
   */
  WholeBody(int mostBytes, Handler application) {
    super(application);
    this.mostBytes = mostBytes;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    new Arrival(request, response, callback).read(Runnable::run);
    return true;
  }

  private final class Arrival implements Runnable {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();

    Arrival(Request request, Response response, Callback callback) {
      this.request = request;
      this.response = response;
      this.callback = callback;
    }

    /** More has come, which a thread says that must not be kept. */
    @Override
    public void run() {
      read(request.getContext());
    }

    void read(Executor executor) {
      for (Content.Chunk chunk = request.read(); chunk != null; chunk = request.read()) {
        if (Content.Chunk.isFailure(chunk)) {
          callback.failed(quiet(chunk.getFailure()));
          return;
        }
        boolean isLast = chunk.isLast();
        keep(chunk);
        if (isLast || arrived.size() > mostBytes) {
          executor.execute(() -> pass(isLast));
          return;
        }
      }
      request.demand(this);
    }

    private void keep(Content.Chunk chunk) {
      ByteBuffer bytes = chunk.getByteBuffer().slice();
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      arrived.writeBytes(copy);
      chunk.release();
    }

    private void pass(boolean isLast) {
      Content.Chunk body = Content.Chunk.from(ByteBuffer.wrap(arrived.toByteArray()), isLast);
      try {
        if (!WholeBody.super.handle(new Arrived(request, body), response, callback)) {
          Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
        }
      } catch (Exception e) {
        Response.writeError(request, response, callback, e);
      }
    }
  }

  /** A client that is slow or gone is no error of ours, and must not fill the log. */
  private static Throwable quiet(Throwable failure) {
    return failure instanceof TimeoutException
        ? new HttpException.RuntimeException(
            HttpStatus.REQUEST_TIMEOUT_408, "The body did not come")
        : new EofException(failure);
  }

  /** First what has arrived, then what the connection says. */
  private static final class Arrived extends Request.Wrapper {
    private Content.Chunk body;

    Arrived(Request request, Content.Chunk body) {
      super(request);
      this.body = body;
    }

    @Override
    @SuppressWarnings("NullAway")
    public Content.Chunk read() {
      Content.Chunk next = body;
      if (next == null) {
        return super.read();
      }
      body = next.isLast() ? Content.Chunk.EOF : null;
      return next;
    }
  }
}
