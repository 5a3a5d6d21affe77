package dev.purser.daemon.listeners;

import dev.purser.agentapi.Problem;
import dev.purser.agentapi.http.WireJson;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A problem as the whole answer, where no application has been asked. */
final class WrittenProblem {
  private static final WireJson JSON = new WireJson();

  private WrittenProblem() {}

  /** Always true, as a handler says of what it has handled. */
  static boolean write(Problem problem, Response response, Callback callback) {
    response.setStatus(problem.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, ByteBuffer.wrap(JSON.write(problem)), callback);
    return true;
  }
}
