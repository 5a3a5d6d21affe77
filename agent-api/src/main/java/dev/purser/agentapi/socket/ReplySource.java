package dev.purser.agentapi.socket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Where a reply comes from, whatever carries it. */
interface ReplySource {

  /** The longest line that is read. */
  int MAX_LINE = 8 * 1024;

  /** The next byte; of a line, which is ASCII, that is its character. */
  int next() throws IOException;

  /** A line without its end. */
  default String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = next(); next != '\n'; next = next()) {
      if (line.size() == MAX_LINE) {
        throw new IOException("A line without an end");
      }
      line.write(next);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }

  /** Exactly so many bytes. */
  byte[] bytes(int length) throws IOException;

  /**
   * All until the other side ends the connection.
   *
   * @throws IOException also when there are more than {@code most} bytes
   */
  byte[] rest(int most) throws IOException;
}
