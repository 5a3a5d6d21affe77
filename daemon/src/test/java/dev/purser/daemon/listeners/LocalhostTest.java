package dev.purser.daemon.listeners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.purser.daemon.files.FileOwner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who answers where a browser looks for localhost. */
class LocalhostTest {
  @Test
  void pagesAreOnEveryAddressOfLocalhost() throws Exception {
    try (DoorsUnderTest doors = DoorsUnderTest.in(DoorsUnderTest.newDirectory()).start()) {
      for (InetAddress address : both()) {
        try (SocketChannel channel =
            SocketChannel.open(new InetSocketAddress(address, doors.ownerPort()))) {
          assertThat(RawHttp.exchange(channel, RawHttp.request("GET", "/owner-ping")).body())
              .isEqualTo("owner");
        }
      }
    }
  }

  @Test
  void whoHoldsOneOfTheAddressesIsNamedAndNoneIsOpened() throws Exception {
    for (InetAddress address : both()) {
      try (ServerSocketChannel other = bound(address, 0)) {
        int port = other.socket().getLocalPort();

        for (InetAddress each : both()) {
          assertThatThrownBy(() -> new Localhost(port).open(each))
              .isInstanceOf(DoorException.class)
              .hasMessageContaining(
                  "port %d of %s is not to be had: a program of uid %d listens there"
                      .formatted(port, address.getHostAddress(), FileOwner.ownUid()))
              .hasMessageContaining("do not type the passphrase there");
        }
        assertThatThrownBy(() -> Localhost.requireFree(port)).isInstanceOf(DoorException.class);
        for (InetAddress free : both()) {
          if (!free.equals(address)) {
            bound(free, port).close();
          }
        }
      }
    }
  }

  @Test
  void allAddressesHaveOnePortAndItIsTaken() throws Exception {
    Localhost localhost = new Localhost(0);
    InetAddress last = both().get(1);
    try (ServerSocketChannel first = localhost.open(both().get(0));
        ServerSocketChannel second = localhost.open(last)) {
      int port = first.socket().getLocalPort();

      assertThat(second.socket().getLocalPort()).isEqualTo(port);
      assertThatThrownBy(() -> bound(last, port)).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> bound(InetAddress.getByAddress(new byte[4]), port))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void localhostIsItsNameAndItsAddresses() {
    assertThat(Localhost.isMeantBy("LocalHost")).isTrue();
    assertThat(Localhost.isMeantBy("127.0.0.1")).isTrue();
    assertThat(Localhost.isMeantBy("::1")).isTrue();
    assertThat(Localhost.isMeantBy("192.0.2.1")).isFalse();
    assertThat(Localhost.isMeantBy("0.0.0.0")).isFalse();
  }

  private static List<InetAddress> both() throws IOException {
    byte[] newer = new byte[16];
    newer[15] = 1;
    InetAddress second = InetAddress.getByAddress(newer);
    assumeTrue(NetworkInterface.getByInetAddress(second) != null, "no IPv6 here");
    return List.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), second);
  }

  private static ServerSocketChannel bound(InetAddress address, int port) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      return channel.bind(new InetSocketAddress(address, port));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
