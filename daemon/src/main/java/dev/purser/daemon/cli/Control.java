package dev.purser.daemon.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.agentapi.socket.DaemonReply;
import dev.purser.daemon.files.FileOwner;
import dev.purser.daemon.listeners.UnixHttpClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options and the way to the running daemon that commands share. */
final class Control {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path USUAL_SOCKET = Path.of("/run/purser/control/control.sock");
  private static final Path USUAL_DEMO = Path.of("purser-demo");

  @Option(
      names = "--control",
      paramLabel = "SOCKET",
      description =
          "The daemon's control socket. Without it: /run/purser/control/control.sock, or that of a"
              + " demo of your own in ./purser-demo.")
  private @Nullable Path socket;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "The directory of a demo whose daemon is meant.")
  private @Nullable Path directory;

  @Option(names = "--json", description = "Print the answer as JSON, for programs.")
  private boolean json;

  boolean wantsJson() {
    return json;
  }

  JsonNode get(String path) throws IOException {
    return answer(UnixHttpClient.of(socket()).get(path));
  }

  JsonNode post(String path, Map<String, ?> body) throws IOException {
    return answer(UnixHttpClient.of(socket()).post(path, JSON.writeValueAsString(body)));
  }

  private Path socket() throws IOException {
    if (socket != null) {
      return socket;
    }
    if (directory != null) {
      return socketOf(directory);
    }
    return Files.exists(USUAL_SOCKET) ? USUAL_SOCKET : ownDemo(USUAL_DEMO).orElse(USUAL_SOCKET);
  }

  /**
   * Of a demo that nobody asked for by name: in a directory of somebody else's, what is called
   * purser-demo there would be theirs, and show the operator what they like.
   */
  static Optional<Path> ownDemo(Path demo) throws IOException {
    if (!Files.exists(socketOf(demo))) {
      return Optional.empty();
    }
    int owner = FileOwner.of(demo).uid();
    if (owner != FileOwner.ownUid()) {
      throw new RefusedException(
          "./%s belongs to another user (uid %d); say --dir %s if you mean it"
              .formatted(demo.getFileName(), owner, demo));
    }
    return Optional.of(socketOf(demo));
  }

  private static Path socketOf(Path demo) {
    return demo.resolve("control").resolve("control.sock");
  }

  private static JsonNode answer(DaemonReply reply) throws JsonProcessingException {
    JsonNode body = JSON.readTree(reply.body());
    if (reply.status() >= 400) {
      throw new RefusedException(
          body.path("detail").asText("the daemon answered " + reply.status()));
    }
    return body;
  }
}
