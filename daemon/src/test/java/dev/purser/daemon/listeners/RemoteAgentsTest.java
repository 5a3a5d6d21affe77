package dev.purser.daemon.listeners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.agentapi.AgentName;
import dev.purser.daemon.listeners.RawHttp.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets through the door for agents elsewhere, and who does not. */
class RemoteAgentsTest {
  private static final String EGGS =
      RawHttp.post("/v1/add-to-cart", "{\"item\":\"eggs\",\"quantity\":1}");
  private static final String KEPT_ALIVE = EGGS.replace("Connection: close\r\n", "");

  private static final int CONNECTIONS_OF_ONE = 5;

  private static Path directory;
  private static TlsParty daemon;
  private static TlsParty agent;
  private static TlsParty second;
  private static DoorsUnderTest doors;

  @BeforeAll
  static void open() throws Exception {
    directory = DoorsUnderTest.newDirectory();
    daemon = TlsParty.make(directory, "daemon");
    agent = TlsParty.make(directory, "agent");
    second = TlsParty.make(directory, "second");
    doors = DoorsUnderTest.in(directory);
    doors.remote = daemon.door();
    doors.limits =
        new AgentLimits(1_000_000, 1_000_000, 32, CONNECTIONS_OF_ONE, 1_000, DoorsUnderTest.KEPT);
    doors.start();
  }

  @AfterAll
  static void close() throws Exception {
    doors.close();
  }

  @BeforeEach
  void onlyTheAgentIsPinned() {
    doors.operations.asked.clear();
    doors.certificates.clear();
    doors.certificates.put(agent.certificate(), new AgentName("vm"));
  }

  @Test
  void agentIsWhoseCertificateItIs() throws IOException {
    doors.certificates.put(second.certificate(), new AgentName("box"));

    assertThat(send(agent).status()).isEqualTo(200);
    assertThat(send(second).status()).isEqualTo(200);
    assertThat(doors.operations.asked).containsExactly("vm: 1 eggs", "box: 1 eggs");
  }

  @Test
  void unknownCertificateEndsTheHandshake() {
    assertTurnedAway(second);
  }

  /** Who bears the same name under a signature of their own is somebody else. */
  @Test
  void certificateOfTheSameNameIsNotTheSame() throws IOException {
    Path elsewhere = Files.createDirectory(directory.resolve("impostor"));

    assertTurnedAway(TlsParty.make(elsewhere, "agent"));
  }

  /** All of this machine is one network, and no longer counts once an agent is known. */
  @Test
  void agentsThatHaveShakenHandsAreCountedByTheirCertificates() throws Exception {
    doors.certificates.put(second.certificate(), new AgentName("box"));
    List<SSLSocket> held = new ArrayList<>();
    try {
      for (int each = 0; each < CONNECTIONS_OF_ONE; each++) {
        held.add(agent.connect(doors.remotePort(), daemon, true));
        assertThat(isServed(held.get(each))).isTrue();
      }
      assertThat(isServedAnew()).isFalse();
      assertThat(send(second).status()).isEqualTo(200);
    } finally {
      for (SSLSocket socket : held) {
        socket.close();
      }
    }
    for (int again = 0; !isServedAnew(); again++) {
      assertThat(again).as("places are given back").isLessThan(1_000);
    }
  }

  /** Leaves nothing open: a door that is closed waits for who is still inside. */
  private static boolean isServedAnew() throws Exception {
    try (SSLSocket socket = agent.connect(doors.remotePort(), daemon, true)) {
      return isServed(socket);
    }
  }

  private static boolean isServed(SSLSocket socket) {
    try {
      socket.getOutputStream().write(KEPT_ALIVE.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8)
          .equals("HTTP/1.1 200");
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void withoutACertificateThereIsNoHandshake() {
    assertThatThrownBy(() -> agent.sendAnonymously(doors.remotePort(), daemon, EGGS))
        .isInstanceOf(IOException.class);
    assertThat(doors.operations.asked).isEmpty();
  }

  @Test
  void revokedAgentIsHeardNoMoreOnAConnectionThatItHas() throws IOException {
    try (SSLSocket socket = agent.connect(doors.remotePort(), daemon, true)) {
      socket.getOutputStream().write(KEPT_ALIVE.getBytes(StandardCharsets.UTF_8));
      assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
          .isEqualTo("HTTP/1.1 200");
      doors.certificates.clear();

      Reply refused = TlsParty.exchange(socket, EGGS);

      assertThat(refused.text()).contains("HTTP/1.1 403", "\"code\":\"agent-unknown\"");
    }
    assertThat(doors.operations.asked).containsExactly("vm: 1 eggs");
    assertTurnedAway(agent);
  }

  @Test
  void resumedHandshakeDoesNotPassARevokedAgent() throws IOException {
    SSLContext context = agent.context(daemon, true);
    assertThat(TlsParty.send(context, doors.remotePort(), EGGS).status()).isEqualTo(200);
    doors.certificates.clear();

    try {
      assertThat(TlsParty.send(context, doors.remotePort(), EGGS).status()).isEqualTo(403);
    } catch (IOException e) {
      // Not resumed: then it is turned away in the handshake.
    }
    assertThat(doors.operations.asked).containsExactly("vm: 1 eggs");
  }

  @Test
  void onlyTls12And13AreSpoken() throws IOException {
    for (String spoken : new String[] {"TLSv1.2", "TLSv1.3"}) {
      try (SSLSocket socket = agent.connect(doors.remotePort(), daemon, true, spoken)) {
        assertThat(TlsParty.exchange(socket, EGGS).status()).isEqualTo(200);
        assertThat(socket.getSession().getProtocol()).isEqualTo(spoken);
      }
    }
    assertThat(serverProtocols()).containsExactlyInAnyOrder("TLSv1.3", "TLSv1.2");
  }

  @Test
  void plainHttpGetsNothing() throws IOException {
    assertThat(RawHttp.send(doors.remotePort(), EGGS).text()).doesNotContain("HTTP/1.1 200");
    assertThat(doors.operations.asked).isEmpty();
  }

  @Test
  void certificateIsNoKeyToTheOtherDoors() throws IOException {
    Reply control = agent.send(doors.remotePort(), daemon, RawHttp.request("GET", "/control-ping"));
    Reply owner = agent.send(doors.remotePort(), daemon, RawHttp.request("GET", "/owner-ping"));

    assertThat(control.status()).isEqualTo(404);
    assertThat(owner.status()).isEqualTo(404);
  }

  @Test
  void wrongPasswordOrNoKeyStoreKeepsTheDoorClosedAndSaysSo() throws IOException {
    Path wrong = Files.writeString(directory.resolve("wrong"), "wrong");
    RemoteDoor locked = new RemoteDoor("localhost", 0, daemon.keyStore(), wrong);
    RemoteDoor missing =
        new RemoteDoor("localhost", 0, directory.resolve("none.p12"), daemon.passwordFile());

    for (RemoteDoor door : new RemoteDoor[] {locked, missing}) {
      assertThatThrownBy(() -> new PinnedTls(door, new PinnedTrust(any -> true)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(door.keyStore().toString());
    }
  }

  private static String[] serverProtocols() {
    return new PinnedTls(daemon.door(), new PinnedTrust(any -> true)).getIncludeProtocols();
  }

  private static Reply send(TlsParty party) throws IOException {
    return party.send(doors.remotePort(), daemon, EGGS);
  }

  private static void assertTurnedAway(TlsParty party) {
    int before = doors.operations.asked.size();
    assertThatThrownBy(() -> send(party)).isInstanceOf(IOException.class);
    assertThat(doors.operations.asked).hasSize(before);
  }
}
