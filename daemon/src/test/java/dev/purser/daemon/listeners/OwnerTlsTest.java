package dev.purser.daemon.listeners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.daemon.listeners.RawHttp.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages by a certificate of their own. */
class OwnerTlsTest {
  private static final String PING = RawHttp.request("GET", "/owner-ping");

  private final Path directory;
  private final TlsParty party;

  OwnerTlsTest(@TempDir Path directory) {
    this.directory = directory;
    this.party = TlsParty.make(directory, "owner");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void pagesAreServedUnderTheOwnersCertificate(String protocol) throws Exception {
    try (DoorsUnderTest doors = open(party.pem());
        SSLSocket socket = party.connect(doors.ownerPort(), party, false, protocol)) {
      assertThat(TlsParty.exchange(socket, PING).body()).isEqualTo("owner");
    }
  }

  @Test
  void thePageKnowsThatItIsSecure() throws Exception {
    try (DoorsUnderTest doors = open(party.pem())) {
      String seen = RawHttp.request("GET", "/owner-ping/seen");

      assertThat(party.sendAnonymously(doors.ownerPort(), party, seen).body())
          .startsWith("127.0.0.1 https x");
    }
  }

  @Test
  void whoSpeaksInClearGetsNoPage() throws Exception {
    try (DoorsUnderTest doors = open(party.pem())) {
      assertThat(RawHttp.send(doors.ownerPort(), PING).text()).doesNotContain("owner");
    }
  }

  /** TLS has an end point of its own over the one that was let in. */
  @Test
  @Timeout(120)
  void whoIsBeingAnsweredMakesNoRoomForTheSilent() throws Exception {
    try (DoorsUnderTest doors = open(party.pem())) {
      CompletableFuture<Reply> held =
          CompletableFuture.supplyAsync(
              () -> send(doors.ownerPort(), RawHttp.request("GET", "/owner-form")));
      while (doors.ownerForm.begun.get() == 0) {
        Thread.onSpinWait();
      }
      List<SocketChannel> silent = new ArrayList<>();
      for (int each = 0; each < 600; each++) {
        silent.add(SocketChannel.open(new InetSocketAddress("localhost", doors.ownerPort())));
      }
      assertThat(RawHttp.read(silent.get(0)).status()).isZero();

      doors.ownerForm.heldUp.countDown();

      assertThat(held.join().body()).isEqualTo("at last");
      for (SocketChannel each : silent) {
        each.close();
      }
    }
  }

  @Test
  void theKeyOfAnotherCertificateIsRefused() {
    OwnerTls other = TlsParty.make(directory, "other").pem();

    assertThatThrownBy(
            () -> open(new OwnerTls(party.pem().certificateChain(), other.privateKey())).close())
        .hasMessageContaining("is not the key of the first certificate in");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----",
        "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"
      })
  void whatIsNoPlainKeyIsRefusedWithTheWayToMakeOne(String text) throws Exception {
    Path key = Files.writeString(directory.resolve("key.pem"), text);

    assertThatThrownBy(() -> open(new OwnerTls(party.pem().certificateChain(), key)).close())
        .hasMessageContaining("openssl pkcs8")
        .hasMessageNotContaining("AAAA");
  }

  @Test
  void aChainWithoutCertificatesIsRefused() throws Exception {
    Path chain = Files.writeString(directory.resolve("chain.pem"), "");

    assertThatThrownBy(() -> open(new OwnerTls(chain, party.pem().privateKey())).close())
        .hasMessageContaining("holds no certificate");
  }

  @Test
  void anAddressWithoutTlsDoesNotFitTheDoor() {
    PurserServerFactory server =
        new PurserServerFactory(
            AgentSocketDoor.of(directory.resolve("a/a.sock"), null, null, AgentLimits.DEFAULTS),
            new OwnerDoor(null, 0, party.pem(), null),
            new SocketDoor(directory.resolve("c/c.sock"), null, null),
            null,
            null,
            null);

    server.requireReachableBy(URI.create("https://purser.example"));
    assertThatThrownBy(() -> server.requireReachableBy(URI.create("http://localhost:8480")))
        .hasMessageContaining("must begin with https://");
    assertThat(server.keyFiles()).containsExactly(party.pem().privateKey());
  }

  private Reply send(int port, String request) {
    try {
      return party.sendAnonymously(port, party, request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DoorsUnderTest open(OwnerTls tls) throws Exception {
    DoorsUnderTest doors = DoorsUnderTest.in(DoorsUnderTest.newDirectory());
    doors.owner = new OwnerDoor(null, 0, tls, null);
    return doors.start();
  }
}
