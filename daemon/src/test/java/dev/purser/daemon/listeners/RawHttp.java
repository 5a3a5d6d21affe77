package dev.purser.daemon.listeners;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * Bytes to a socket and what came back until it was closed; no client tidies a path up on the way.
 */
final class RawHttp {
  private RawHttp() {}

  static Reply send(Path socket, String request) throws IOException {
    try (SocketChannel channel = open(socket)) {
      return exchange(channel, request);
    }
  }

  static Reply send(int port, String request) throws IOException {
    SocketAddress address = new InetSocketAddress("localhost", port);
    try (SocketChannel channel = SocketChannel.open(address)) {
      return exchange(channel, request);
    }
  }

  static SocketChannel open(Path socket) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(socket));
    return channel;
  }

  static Reply exchange(SocketChannel channel, String request) throws IOException {
    write(channel, request);
    return read(channel);
  }

  static void write(SocketChannel channel, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  static Reply read(SocketChannel channel) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    ByteBuffer part = ByteBuffer.allocate(8192);
    while (channel.read(part) >= 0) {
      whole.write(part.array(), 0, part.position());
      part.clear();
    }
    return new Reply(whole.toString(UTF_8));
  }

  static String request(String method, String path) {
    return method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  }

  static String post(String path, String body) {
    return post(path, "application/json", body);
  }

  static String post(String path, String contentType, String body) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: "
        + contentType
        + "\r\nContent-Length: "
        + body.getBytes(UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  /** An answer as it came; empty when the connection was closed without one. */
  record Reply(String text) {
    int status() {
      return text.isEmpty() ? 0 : Integer.parseInt(text.split(" ", 3)[1]);
    }

    String head() {
      return text.substring(0, text.indexOf("\r\n\r\n") + 2);
    }

    String body() {
      return text.substring(text.indexOf("\r\n\r\n") + 4);
    }
  }
}
