package dev.purser.agentapi;

import java.util.Locale;

/** Every problem that an agent can be told of. Closed: docs/agents.md lists the same codes. */
public enum ProblemCode {
  BAD_REQUEST(400, "Bad request"),
  MALFORMED_JSON(400, "Malformed JSON"),
  UNKNOWN_FIELD(400, "Unknown field"),
  MISSING_FIELD(400, "Missing field"),
  INVALID_FIELD(400, "Invalid field"),
  GTIN_CHECK_DIGIT(400, "GTIN with a wrong check digit"),
  AGENT_UNKNOWN(403, "Unknown agent"),
  ORIGIN_REFUSED(403, "Origin refused"),
  NOT_FOUND(404, "Not found"),
  ORDER_NOT_FOUND(404, "No such order"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  BODY_TIMEOUT(408, "Body too slow"),
  BODY_TOO_LARGE(413, "Body too large"),
  URI_TOO_LONG(414, "URI too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  VENDOR_NOT_ALLOWED(422, "Vendor not allowed"),
  CART_EMPTY(422, "Cart empty"),
  CART_FULL(422, "Cart full"),
  VENDOR_AMBIGUOUS(422, "Several vendors in the cart"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  HEADERS_TOO_LARGE(431, "Headers too large"),
  INTERNAL_ERROR(500, "Internal error"),
  VENDOR_UNAVAILABLE(503, "Vendor unavailable"),
  BUSY(503, "Busy");

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

  /**
   * The problem for a status that a server gave without a reason of ours.
   *
   * @param httpStatus one that no code here has is a bad request or, for a fault of ours, an
   *     internal error
   */
  public static Problem problemOf(int httpStatus) {
    ProblemCode code =
        switch (httpStatus) {
          case 404 -> NOT_FOUND;
          case 405 -> METHOD_NOT_ALLOWED;
          case 408 -> BODY_TIMEOUT;
          case 413 -> BODY_TOO_LARGE;
          case 414 -> URI_TOO_LONG;
          case 415 -> UNSUPPORTED_MEDIA_TYPE;
          case 429 -> TOO_MANY_REQUESTS;
          case 431 -> HEADERS_TOO_LARGE;
          case 501, 505 -> BAD_REQUEST;
          case 503 -> BUSY;
          default -> httpStatus < 500 ? BAD_REQUEST : INTERNAL_ERROR;
        };
    return code.problem("The request was refused before it reached an operation.");
  }

  public ProblemException because(String detail) {
    return new ProblemException(problem(detail));
  }

  /**
   * The same, for a problem that time mends.
   *
   * @param seconds until it is worth another try, 1 or more
   */
  public ProblemException until(int seconds, String detail) {
    return new ProblemException(problem(detail), seconds);
  }
}
