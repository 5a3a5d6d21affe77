package dev.purser.daemon.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.agentapi.AgentName;
import dev.purser.daemon.listeners.RawHttp.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door of agents elsewhere, over mutual TLS. */
class RemoteDoorTest extends AgentDoorContract {
  private static final Path DIRECTORY = newDirectory();
  private static final TlsParty DAEMON = TlsParty.make(DIRECTORY, "daemon");
  private static final TlsParty AGENT = TlsParty.make(DIRECTORY, "agent");

  /** One for all, so that most handshakes are resumed ones. */
  private static final SSLContext CONTEXT = AGENT.context(DAEMON, true);

  RemoteDoorTest() throws IOException {
    super(DoorsUnderTest.in(DIRECTORY));
    // Nobody on this machine is an agent here.
    doors.agents.clear();
    doors.remote = DAEMON.door();
    doors.certificates.put(AGENT.certificate(), new AgentName("tester"));
  }

  @Override
  Reply send(String request) throws IOException {
    Reply reply = TlsParty.send(CONTEXT, doors.remotePort(), request);
    assertThat(reply.text()).isNotEmpty();
    return reply;
  }

  @Test
  void mcpGoesByAnyNameThatTheMachineHas() throws IOException {
    String ping = RawHttp.post("/mcp", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}");

    assertThat(send(ping.replace("Host: x", "Host: purser.example:8481")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost", "https://purser.example:8481", "null"})
  void mcpAnswersNoPage(String origin) throws IOException {
    String ping = RawHttp.post("/mcp", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}");

    Reply reply = send(ping.replace("Host: x", "Host: purser.example\r\nOrigin: " + origin));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.body()).contains("origin-refused");
  }

  private static Path newDirectory() {
    try {
      return DoorsUnderTest.newDirectory();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
