package dev.purser.agentapi;

import java.util.Locale;

/** Every problem that an agent can be told of. Closed: docs/agents.md lists the same codes. */
public enum ProblemCode {
  MALFORMED_JSON(400, "Malformed JSON"),
  UNKNOWN_FIELD(400, "Unknown field"),
  MISSING_FIELD(400, "Missing field"),
  INVALID_FIELD(400, "Invalid field"),
  GTIN_CHECK_DIGIT(400, "GTIN with a wrong check digit"),
  AGENT_UNKNOWN(403, "Unknown agent"),
  NOT_FOUND(404, "Not found"),
  ORDER_NOT_FOUND(404, "No such order"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  BODY_TIMEOUT(408, "Body too slow"),
  BODY_TOO_LARGE(413, "Body too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  VENDOR_NOT_ALLOWED(422, "Vendor not allowed"),
  CART_EMPTY(422, "Cart empty"),
  CART_FULL(422, "Cart full"),
  VENDOR_AMBIGUOUS(422, "Several vendors in the cart"),
  INTERNAL_ERROR(500, "Internal error"),
  VENDOR_UNAVAILABLE(503, "Vendor unavailable"),
  BUSY(503, "Busy"),
  POLICY_INVALID(503, "Policy invalid");

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  /** As it stands in an answer: {@code unknown-field}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Problem problem(String detail) {
    return new Problem("about:blank", title, status, code(), detail);
  }

  public ProblemException because(String detail) {
    return new ProblemException(problem(detail));
  }
}
