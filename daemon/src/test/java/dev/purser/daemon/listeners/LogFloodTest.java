package dev.purser.daemon.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A client that says something odd writes nothing into the log, or it could fill the disk. */
class LogFloodTest {
  private static final List<String> NOISY =
      List.of(
          "io.modelcontextprotocol.server.McpStatelessAsyncServer",
          "org.eclipse.jetty.util.HostPort",
          "org.glassfish.jersey.server.ServerRuntime$Responder");

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Level before = root.getLevel();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    // Neither the tests' configuration nor an earlier test keeps them quiet.
    root.setLevel(Level.INFO);
    for (String noisy : NOISY) {
      ((Logger) LoggerFactory.getLogger(noisy)).setLevel(null);
    }
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void listenNoMore() {
    root.setLevel(before);
    root.detachAppender(log);
  }

  @Test
  void prefaceOfAnotherHttpIsNoLine() throws Exception {
    try (DoorsUnderTest doors = open()) {
      RawHttp.send(doors.agentSocket(), "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
      assertThat(warnings()).isEmpty();
    }
  }

  @Test
  void unknownVersionOfMcpIsNoLine() throws Exception {
    try (DoorsUnderTest doors = open()) {
      String initialize =
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
              + "\"nonsense\",\"capabilities\":{},\"clientInfo\":{\"name\":\"x\",\"version\":\"1\"}}}";
      String post =
          RawHttp.post("/mcp", initialize)
              .replace(
                  "Host: x\r\n",
                  "Host: localhost\r\nAccept: application/json, text/event-stream\r\n");

      assertThat(RawHttp.send(doors.agentSocket(), post).status()).isEqualTo(200);
      assertThat(warnings()).isEmpty();
    }
  }

  private List<String> warnings() {
    return List.copyOf(log.list).stream()
        .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  private static DoorsUnderTest open() throws Exception {
    return DoorsUnderTest.in(DoorsUnderTest.newDirectory()).start();
  }
}
