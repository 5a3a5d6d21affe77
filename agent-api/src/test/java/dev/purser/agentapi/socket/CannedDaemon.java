package dev.purser.agentapi.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens on a Unix socket, answers each connection with the same bytes and closes it. */
public final class CannedDaemon implements AutoCloseable {
  /** For an answer that never comes. */
  public static final String SILENCE = "";

  public final List<String> heard = new CopyOnWriteArrayList<>();

  private final Path directory = Files.createTempDirectory("canned");
  private final ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
  private final List<SocketChannel> kept = new CopyOnWriteArrayList<>();
  private final String answer;

  public CannedDaemon(String answer) throws IOException {
    this.answer = answer;
    server.bind(UnixDomainSocketAddress.of(socket()));
    Thread thread = new Thread(this::serve, "canned");
    thread.setDaemon(true);
    thread.start();
  }

  /** One that answers with this status and this JSON. */
  public static CannedDaemon answering(int status, String json) throws IOException {
    return new CannedDaemon(
        "HTTP/1.1 %d Canned\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(status, json.getBytes(UTF_8).length, json));
  }

  public Path socket() {
    return directory.resolve("agent.sock");
  }

  private void serve() {
    try {
      while (server.isOpen()) {
        serve(server.accept());
      }
    } catch (IOException e) {
      // Closed; the test is over.
    }
  }

  private void serve(SocketChannel client) throws IOException {
    heard.add(request(client));
    if (answer.equals(SILENCE)) {
      kept.add(client);
      return;
    }
    client.write(ByteBuffer.wrap(answer.getBytes(UTF_8)));
    client.close();
  }

  /** Head and body; both are short enough to come at once or in two parts. */
  private static String request(SocketChannel client) throws IOException {
    StringBuilder text = new StringBuilder();
    ByteBuffer part = ByteBuffer.allocate(64 * 1024);
    while (!isWhole(text.toString()) && client.read(part.clear()) >= 0) {
      text.append(UTF_8.decode(part.flip()));
    }
    return text.toString();
  }

  private static boolean isWhole(String request) {
    int end = request.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    String length = request.replaceFirst("(?s).*Content-Length: (\\d+).*", "$1");
    return request.substring(end + 4).getBytes(UTF_8).length == Integer.parseInt(length);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (SocketChannel client : kept) {
      client.close();
    }
    Files.deleteIfExists(socket());
    Files.delete(directory);
  }
}
