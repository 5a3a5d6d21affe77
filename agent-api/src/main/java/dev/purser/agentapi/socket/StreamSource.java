package dev.purser.agentapi.socket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A reply from a stream, which has a time-out of its own. */
final class StreamSource implements ReplySource {
  private static final int MAX_LINE = 8 * 1024;

  private final InputStream in;

  StreamSource(InputStream in) {
    this.in = in;
  }

  @Override
  public String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = next(); next != '\n'; next = next()) {
      if (line.size() == MAX_LINE) {
        throw new IOException("A line without an end");
      }
      line.write(next);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }

  @Override
  public byte[] bytes(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  @Override
  public byte[] rest(int most) throws IOException {
    byte[] rest = in.readNBytes(most);
    if (in.read() >= 0) {
      throw new IOException("Too long");
    }
    return rest;
  }

  private int next() throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new EOFException();
    }
    return next;
  }
}
