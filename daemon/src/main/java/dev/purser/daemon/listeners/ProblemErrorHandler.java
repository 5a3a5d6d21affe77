package dev.purser.daemon.listeners;

import dev.purser.agentapi.ProblemCode;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What the HTTP server says by itself, of a bad request line or headers too large. It tells no
 * message of an exception and no path.
 */
final class ProblemErrorHandler implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    return WrittenProblem.write(ProblemCode.problemOf(response.getStatus()), response, callback);
  }
}
