package dev.purser.agentapi.http;

import dev.purser.agentapi.Problem;
import dev.purser.agentapi.ProblemCode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that an agent's listener answers. A request is compared as it came, before any decoding, so
 * that no other spelling of a path can lead anywhere.
 */
public final class GoldenRoutes {
  /** Exact raw path to its one method. */
  public static final Map<String, String> METHOD_BY_PATH =
      Map.of("/v1/add-to-cart", "POST", "/v1/propose-order", "POST", "/mcp", "POST");

  private GoldenRoutes() {}

  /**
   * Why this request leads nowhere; empty for a listed one.
   *
   * @param rawPath not decoded; a matrix parameter belongs to it
   * @param rawQuery without the question mark; no operation has one
   */
  static Optional<Problem> refusal(
      String method, @Nullable String rawPath, @Nullable String rawQuery) {
    String listed = rawPath == null || rawQuery != null ? null : METHOD_BY_PATH.get(rawPath);
    if (listed == null) {
      return Optional.of(ProblemCode.NOT_FOUND.problem(notFound()));
    }
    if (!listed.equals(method)) {
      return Optional.of(
          ProblemCode.METHOD_NOT_ALLOWED.problem("This operation takes " + listed + " only."));
    }
    return Optional.empty();
  }

  static String notFound() {
    return "There are two operations: POST /v1/add-to-cart and POST /v1/propose-order; MCP is at /mcp.";
  }
}
