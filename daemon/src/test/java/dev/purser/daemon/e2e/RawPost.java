package dev.purser.daemon.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Map;

/** Bytes to one of the agent's operations; no client looks at them on the way. */
final class RawPost {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path socket;

  RawPost(Path socket) {
    this.socket = socket;
  }

  /** An answer that came whole. */
  record Reply(int status, String contentType, JsonNode body) {
    String at(String pointer) {
      return body.at(pointer).asText();
    }
  }

  Reply json(String operation, Map<String, ?> body) throws IOException {
    return bytes(operation, JSON.writeValueAsBytes(body));
  }

  /**
   * Posts.
   *
   * @throws IOException when no answer came, or not all of it
   */
  Reply bytes(String operation, byte[] body) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      write(channel, head(operation, body.length).getBytes(UTF_8));
      write(channel, body);
      return reply(readAll(channel));
    }
  }

  private static String head(String operation, int length) {
    return String.join(
        "\r\n",
        "POST /v1/" + operation + " HTTP/1.1",
        "Host: purser",
        "Connection: close",
        "Content-Type: application/json",
        "Content-Length: " + length,
        "",
        "");
  }

  private static void write(SocketChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private static byte[] readAll(SocketChannel channel) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    ByteBuffer part = ByteBuffer.allocate(8192);
    while (channel.read(part) >= 0) {
      whole.write(part.array(), 0, part.position());
      part.clear();
    }
    return whole.toByteArray();
  }

  private static Reply reply(byte[] bytes) throws IOException {
    String text = new String(bytes, ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new EOFException("no answer");
    }
    String head = text.substring(0, end);
    int length = Integer.parseInt(header(head, "Content-Length"));
    if (bytes.length < end + 4 + length) {
      throw new EOFException("half an answer");
    }
    return new Reply(
        Integer.parseInt(head.split(" ", 3)[1]),
        header(head, "Content-Type"),
        JSON.readTree(bytes, end + 4, length));
  }

  private static String header(String head, String name) throws IOException {
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .findFirst()
        .map(line -> line.substring(name.length() + 1).strip())
        .orElseThrow(() -> new IOException("no " + name + " in: " + head));
  }
}
