package dev.purser.agentapi.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.purser.agentapi.socket.UnreachableException.Why;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnixSocketLineTest {
  private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  @Test
  void questionIsSentWhole() throws IOException {
    try (CannedDaemon daemon = CannedDaemon.answering(200, "{\"a\":\"\u00e9\"}")) {
      assertThat(line(daemon).post("/v1/x", "{\"b\":\"\u00fc\"}"))
          .isEqualTo(new DaemonReply(200, "{\"a\":\"\u00e9\"}"));
      assertThat(daemon.heard.get(0))
          .startsWith("POST /v1/x HTTP/1.1\r\nHost: purser\r\n")
          .contains("Content-Type: application/json\r\n", "Content-Length: 10\r\n")
          .endsWith("\r\n\r\n{\"b\":\"\u00fc\"}");
    }
  }

  @Test
  void refusalIsAnAnswer() throws IOException {
    try (CannedDaemon daemon = CannedDaemon.answering(403, "{}")) {
      assertThat(line(daemon).get("/x").status()).isEqualTo(403);
    }
  }

  @Test
  void answerInChunksIsPutTogether() throws IOException {
    try (CannedDaemon daemon =
        new CannedDaemon(CHUNKED + "3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n")) {
      assertThat(line(daemon).get("/").body()).isEqualTo("abc0123456789");
    }
  }

  /** As the daemon's server sends what is too long for its buffer. */
  @Test
  void answerOfUnknownLengthEndsWithTheConnection() throws IOException {
    String longer = "0123456789".repeat(4_000);
    try (CannedDaemon daemon = new CannedDaemon("HTTP/1.1 200 OK\r\n\r\n" + longer)) {
      assertThat(line(daemon).get("/").body()).isEqualTo(longer);
    }
  }

  @Test
  void answerWithoutABodyIsEmpty() throws IOException {
    try (CannedDaemon daemon = new CannedDaemon("HTTP/1.1 202 Accepted\r\n\r\n")) {
      assertThat(line(daemon).get("/")).isEqualTo(new DaemonReply(202, ""));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
        "SSH-2.0-x\r\n"
      })
  void halfAnAnswerIsNone(String answer) throws IOException {
    try (CannedDaemon daemon = new CannedDaemon(answer)) {
      assertThat(why(line(daemon))).isEqualTo(Why.CUT_OFF);
    }
  }

  @Test
  void silenceHasAnEnd() throws IOException {
    try (CannedDaemon daemon = new CannedDaemon(CannedDaemon.SILENCE)) {
      assertThat(why(new UnixSocketLine(daemon.socket(), Duration.ofMillis(1))))
          .isEqualTo(Why.TOO_SLOW);
    }
  }

  @Test
  void missingSocketIsTold(@TempDir Path directory) {
    assertThat(why(new UnixSocketLine(directory.resolve("none.sock"), Duration.ofSeconds(9))))
        .isEqualTo(Why.NO_SOCKET);
  }

  @Test
  void socketWithoutADaemonIsTold(@TempDir Path directory) throws IOException {
    Path socket = directory.resolve("stale.sock");
    var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    server.close();

    assertThat(why(new UnixSocketLine(socket, Duration.ofSeconds(9))))
        .isEqualTo(Why.NOBODY_ANSWERS);
  }

  private static UnixSocketLine line(CannedDaemon daemon) {
    return new UnixSocketLine(daemon.socket(), Duration.ofSeconds(30));
  }

  private static Why why(UnixSocketLine line) {
    return catchThrowableOfType(UnreachableException.class, () -> line.get("/")).why();
  }
}
