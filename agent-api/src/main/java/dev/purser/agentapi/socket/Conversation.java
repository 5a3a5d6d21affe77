package dev.purser.agentapi.socket;

import dev.purser.agentapi.socket.UnreachableException.Why;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** Bytes there and back. Unix sockets of the JDK have no time-out, so each wait is a selector's. */
final class Conversation implements ReplySource, AutoCloseable {
  private static final int PART = 8 * 1024;

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final Duration patience;
  private final ByteBuffer part = ByteBuffer.allocate(PART).limit(0);

  Conversation(SocketChannel channel, Duration patience) throws IOException {
    this.channel = channel;
    this.patience = patience;
    channel.configureBlocking(false);
    this.selector = Selector.open();
    this.key = channel.register(selector, 0);
  }

  void send(byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      if (channel.write(rest) == 0) {
        await(SelectionKey.OP_WRITE);
      }
    }
  }

  @Override
  public byte[] bytes(int length) throws IOException {
    byte[] bytes = new byte[length];
    int at = 0;
    while (at < length) {
      requireMore();
      int taken = Math.min(length - at, part.remaining());
      part.get(bytes, at, taken);
      at += taken;
    }
    return bytes;
  }

  @Override
  public byte[] rest(int most) throws IOException {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    while (hasMore()) {
      rest.write(part.array(), part.position(), part.remaining());
      part.position(part.limit());
      if (rest.size() > most) {
        throw new IOException("Too long");
      }
    }
    return rest.toByteArray();
  }

  @Override
  public int next() throws IOException {
    requireMore();
    return part.get();
  }

  private void requireMore() throws IOException {
    if (!hasMore()) {
      throw new EOFException();
    }
  }

  /** False at the end. */
  private boolean hasMore() throws IOException {
    while (!part.hasRemaining()) {
      part.clear();
      int read = channel.read(part);
      part.flip();
      if (read < 0) {
        return false;
      }
      if (read == 0) {
        await(SelectionKey.OP_READ);
      }
    }
    return true;
  }

  private void await(int operation) throws IOException {
    key.interestOps(operation);
    if (selector.select(patience.toMillis()) == 0) {
      throw new UnreachableException(
          Why.TOO_SLOW,
          "The daemon has not answered within " + patience.toSeconds() + " s; it may still do so.",
          new SocketTimeoutException());
    }
    selector.selectedKeys().clear();
  }

  @Override
  public void close() throws IOException {
    selector.close();
  }
}
