package dev.purser.agentapi.bridge;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * As much of a JSON-RPC message as it takes to refuse it.
 *
 * @param id null where it has none, or none that can be read
 * @param isAnswerable false for a notification or an answer, which must hear nothing
 */
record RpcMessage(@Nullable Object id, boolean isAnswerable) {
  private static final int PARSE_ERROR = -32700;
  private static final int SERVER_ERROR = -32000;

  static RpcMessage of(String line) {
    Map<String, @Nullable Object> members = Json.object(line);
    Object id = members.get("id");
    boolean usable = id instanceof String || id instanceof Json.WrittenNumber;
    return new RpcMessage(
        usable ? id : null, members.isEmpty() || (usable && members.containsKey("method")));
  }

  /** The error for a problem of the daemon's; empty for a message that must hear nothing. */
  String problem(Answer problem) {
    int code = problem.raw("code").equals("malformed-json") ? PARSE_ERROR : SERVER_ERROR;
    return error(code, problem.text("title") + ": " + problem.text("detail"), problem.members());
  }

  /** The error for no answer at all. */
  String error(String sentence) {
    return error(SERVER_ERROR, "The daemon is not reachable. " + sentence, Map.of());
  }

  private String error(int code, String message, Map<String, @Nullable Object> data) {
    if (!isAnswerable) {
      return "";
    }
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("message", message);
    if (!data.isEmpty()) {
      error.put("data", data);
    }
    Map<String, @Nullable Object> response = new LinkedHashMap<>();
    response.put("jsonrpc", "2.0");
    response.put("id", id);
    response.put("error", error);
    return Json.write(response);
  }
}
