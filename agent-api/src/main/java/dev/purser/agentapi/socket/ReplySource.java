package dev.purser.agentapi.socket;

import java.io.IOException;

/** Where a reply comes from, whatever carries it. */
interface ReplySource {

  /** A line without its end. */
  String line() throws IOException;

  /** Exactly so many bytes. */
  byte[] bytes(int length) throws IOException;

  /**
   * All until the other side ends the connection.
   *
   * @throws IOException also when there are more than {@code most} bytes
   */
  byte[] rest(int most) throws IOException;
}
