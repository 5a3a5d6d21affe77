package dev.purser.agentapi;

/**
 * RFC 9457 problem details: why a request could not be taken.
 *
 * @param type always {@code about:blank}; {@code code} is what to switch on
 * @param status the HTTP status
 * @param code one of {@link ProblemCode}, in lower case with hyphens
 * @param detail what to do about it, in one or two sentences
 */
public record Problem(String type, String title, int status, String code, String detail) {
  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";
}
