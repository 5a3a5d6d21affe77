package dev.purser.agentapi.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What stands before a body. The host's name means nothing: what carries it knows whom it asks. */
final class RequestHead {
  private RequestHead() {}

  static byte[] of(String method, String path, int length) {
    return (method
            + " "
            + path
            + " HTTP/1.1\r\nHost: purser\r\nConnection: close\r\nContent-Type: application/json\r\n"
            + "Content-Length: "
            + length
            + "\r\n\r\n")
        .getBytes(UTF_8);
  }
}
