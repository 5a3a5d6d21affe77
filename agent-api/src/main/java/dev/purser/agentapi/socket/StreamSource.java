package dev.purser.agentapi.socket;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A reply from a stream, which has a time-out of its own. */
final class StreamSource implements ReplySource {
  private final InputStream in;

  StreamSource(InputStream in) {
    this.in = in;
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

  @Override
  public int next() throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new EOFException();
    }
    return next;
  }
}
