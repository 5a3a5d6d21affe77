package dev.purser.daemon.listeners;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** Two connections of one, three of all. */
class ConnectionCountTest {
  private final ConnectionCount count =
      new ConnectionCount(new AgentLimits(1_000, 1_000, 4, 2, 3, DoorsUnderTest.KEPT));

  @Test
  void strangersAreOneAndTakeNoPlaceOfTheOthers() throws IOException {
    count.enter("a", ConnectionCount.STRANGERS);
    count.enter("b", ConnectionCount.STRANGERS);
    refused(ConnectionCount.STRANGERS);

    count.enter("c", "agent");
    count.enter("d", "agent");
    count.enter("e", "another");
    refused("a third");
  }

  @Test
  void strangersAreHeardThoughAgentsTakeAllTheirPlaces() throws IOException {
    count.enter("a", "agent");
    count.enter("b", "agent");
    count.enter("c", "another");

    assertThatCode(() -> count.enter("d", ConnectionCount.STRANGERS)).doesNotThrowAnyException();
  }

  @Test
  void allOfLoopbackIsOne() throws IOException {
    count.enter("a", network("127.0.0.1"));
    count.enter("b", network("127.9.9.9"));

    refused(network("::1"));
  }

  @Test
  void addressesOfOneSubnetAreOne() throws IOException {
    count.enter("a", network("2001:db8:0:1::1"));
    count.enter("b", network("2001:db8:0:1:ffff::2"));

    refused(network("2001:db8:0:1::3"));
    assertThatCode(() -> count.enter("c", network("2001:db8:0:2::1"))).doesNotThrowAnyException();
  }

  @Test
  void addressesOfTheOldKindAreEachTheirOwn() throws IOException {
    count.enter("a", network("192.0.2.1"));
    count.enter("b", network("192.0.2.1"));

    refused(network("192.0.2.1"));
    assertThatCode(() -> count.enter("c", network("192.0.2.2"))).doesNotThrowAnyException();
  }

  private void refused(Object owner) {
    assertThatThrownBy(() -> count.enter("one more", owner)).isInstanceOf(IOException.class);
  }

  private static Object network(String address) throws IOException {
    return Neighbourhood.of(new InetSocketAddress(InetAddress.getByName(address), 1));
  }
}
