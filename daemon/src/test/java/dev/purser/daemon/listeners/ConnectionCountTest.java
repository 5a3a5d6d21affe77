package dev.purser.daemon.listeners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is let in, and who is one too many. */
class ConnectionCountTest {
  private final ConnectionCount anybody = ConnectionCount.ofAnybody(limits(2, 3));

  @Test
  void agentsThatTakeAllThereIsKeepNoOtherOut() throws IOException {
    ConnectionCount named = ConnectionCount.ofNamed(limits(4, 4));
    enter(named, "first", 4);
    enter(named, "second", 4);

    refused(named, "second");
    enter(named, "third", 2);
    refused(named, "third");
    enter(named, "fourth", 1);
  }

  @Test
  void whoHasLeftMakesRoomForAnother() throws IOException {
    ConnectionCount named = ConnectionCount.ofNamed(limits(3, 3));
    enter(named, "first", 3);
    enter(named, "second", 3);
    enter(named, "third", 2);
    named.enter("one of the shared", "third");
    enter(named, "fourth", 2);
    refused(named, "fourth");

    assertThat(named.leave("one of the shared")).isTrue();
    assertThat(named.leave("one of the shared")).isFalse();
    enter(named, "fourth", 1);
  }

  @Test
  void ofOneThereAreNoMoreThanThatHoweverManyAreFree() throws IOException {
    ConnectionCount named = ConnectionCount.ofNamed(limits(1, 64));
    enter(named, "agent", 1);

    refused(named, "agent");
  }

  @Test
  void nothingIsReservedForWhomeverThereAre() throws IOException {
    enter(anybody, "a", 2);
    enter(anybody, "b", 1);

    refused(anybody, "a third");
  }

  @Test
  void strangersAreOneAndTakeNoPlaceOfTheOthers() throws IOException {
    Peer agent = Peer.ofUid(4242);
    PeerCount count = new PeerCount(limits(2, 2), agent::equals);
    count.enter("a", Peer.ofUid(100_001));
    count.enter("b", Peer.ofUid(100_002));
    assertThatThrownBy(() -> count.enter("c", Peer.ofUid(100_003))).isInstanceOf(IOException.class);

    count.enter("d", agent);
    count.enter("e", agent);
    assertThatThrownBy(() -> count.enter("f", agent)).isInstanceOf(IOException.class);
    count.leave("a");
    assertThatCode(() -> count.enter("g", Peer.ofUid(100_003))).doesNotThrowAnyException();
  }

  @Test
  void allOfLoopbackIsOne() throws IOException {
    anybody.enter("a", network("127.0.0.1"));
    anybody.enter("b", network("127.9.9.9"));

    refused(anybody, network("::1"));
  }

  @Test
  void allAddressesOfThisMachineAreOne() throws IOException {
    List<InetAddress> ours =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .toList();
    assumeTrue(!ours.isEmpty(), "no network");

    for (InetAddress address : ours) {
      assertThat(Neighbourhood.of(new InetSocketAddress(address, 1)))
          .isEqualTo(network("127.0.0.1"));
    }
    assertThat(network("192.0.2.1")).isNotEqualTo(network("127.0.0.1"));
  }

  @Test
  void addressesOfOneSubnetAreOne() throws IOException {
    anybody.enter("a", network("2001:db8:0:1::1"));
    anybody.enter("b", network("2001:db8:0:1:ffff::2"));

    refused(anybody, network("2001:db8:0:1::3"));
    assertThatCode(() -> anybody.enter("c", network("2001:db8:0:2::1"))).doesNotThrowAnyException();
  }

  @Test
  void addressesOfTheOldKindAreEachTheirOwn() throws IOException {
    anybody.enter("a", network("192.0.2.1"));
    anybody.enter("b", network("192.0.2.1"));

    refused(anybody, network("192.0.2.1"));
    assertThatCode(() -> anybody.enter("c", network("192.0.2.2"))).doesNotThrowAnyException();
  }

  private static AgentLimits limits(int ofOne, int ofAll) {
    return new AgentLimits(1_000, 1_000, 4, ofOne, ofAll, DoorsUnderTest.KEPT);
  }

  private static void enter(ConnectionCount count, Object owner, int times) throws IOException {
    for (int each = 0; each < times; each++) {
      count.enter(new Object(), owner);
    }
  }

  private static void refused(ConnectionCount count, Object owner) {
    assertThatThrownBy(() -> count.enter(new Object(), owner)).isInstanceOf(IOException.class);
  }

  private static Object network(String address) throws IOException {
    return Neighbourhood.of(new InetSocketAddress(InetAddress.getByName(address), 1));
  }
}
