package dev.purser.daemon.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A port of localhost that leads to a Unix socket, for clients that know nothing but URLs. */
final class UnixProxy implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ServerSocketChannel server;
  private final Path socket;

  UnixProxy(Path socket) {
    this.socket = socket;
    try {
      server = ServerSocketChannel.open();
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  int port() {
    return server.socket().getLocalPort();
  }

  private void accept() {
    try {
      while (server.isOpen()) {
        SocketChannel client = server.accept();
        SocketChannel daemon = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        threads.execute(() -> copy(client, daemon));
        threads.execute(() -> copy(daemon, client));
      }
    } catch (IOException e) {
      // Closed; the test is over.
    }
  }

  private static void copy(SocketChannel from, SocketChannel to) {
    ByteBuffer part = ByteBuffer.allocate(8192);
    try (from;
        to) {
      while (from.read(part.clear()) >= 0) {
        part.flip();
        while (part.hasRemaining()) {
          to.write(part);
        }
      }
    } catch (IOException e) {
      // One of the two has gone, and so has the reason to copy.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
