package dev.purser.daemon.listeners;

import dev.purser.agentapi.Problem;
import dev.purser.agentapi.ProblemCode;
import dev.purser.agentapi.http.WireJson;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What the HTTP server says by itself, of a bad request line or headers too large. It tells no
 * message of an exception and no path.
 */
final class ProblemErrorHandler implements Request.Handler {
  private final WireJson json = new WireJson();

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Problem problem = ProblemCode.problemOf(response.getStatus());
    response.setStatus(problem.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, ByteBuffer.wrap(json.write(problem)), callback);
    return true;
  }
}
