package dev.purser.daemon.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.agentapi.socket.DaemonReply;
import dev.purser.daemon.listeners.UnixHttpClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options and the way to the running daemon that commands share. */
final class Control {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Path> USUAL_SOCKETS =
      List.of(
          Path.of("/run/purser/control/control.sock"),
          Path.of("purser-demo", "control", "control.sock"));

  @Option(
      names = "--control",
      paramLabel = "SOCKET",
      description =
          "The daemon's control socket. Without it: /run/purser/control/control.sock, or that of a"
              + " demo in ./purser-demo.")
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

  private Path socket() {
    if (socket != null) {
      return socket;
    }
    if (directory != null) {
      return directory.resolve("control").resolve("control.sock");
    }
    return USUAL_SOCKETS.stream().filter(Files::exists).findFirst().orElse(USUAL_SOCKETS.get(0));
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
