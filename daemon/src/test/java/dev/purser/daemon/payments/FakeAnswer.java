package dev.purser.daemon.payments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the fake Stripe says.
 *
 * @param isReplayed whether it was said before, to the same key
 */
record FakeAnswer(int status, String body, boolean isReplayed) {
  static FakeAnswer ok(JsonNode body) {
    return new FakeAnswer(200, body.toString(), false);
  }

  static FakeAnswer error(int status, String type, String code) {
    return error(status, type, code, JsonNodeFactory.instance.objectNode());
  }

  static FakeAnswer error(int status, String type, String code, ObjectNode more) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error")
        .put("type", type)
        .put("code", code)
        .put("message", "Said by a fake Stripe.")
        .setAll(more);
    return new FakeAnswer(status, body.toString(), false);
  }

  static FakeAnswer invalid(String code) {
    return error(code.equals("resource_missing") ? 404 : 400, "invalid_request_error", code);
  }

  FakeAnswer replayed() {
    return new FakeAnswer(status, body, true);
  }
}
