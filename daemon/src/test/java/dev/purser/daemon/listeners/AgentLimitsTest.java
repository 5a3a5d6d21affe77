package dev.purser.daemon.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.agentapi.AgentName;
import dev.purser.daemon.files.FileOwner;
import dev.purser.daemon.listeners.RawHttp.Reply;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What one agent takes, through the real socket. */
class AgentLimitsTest {
  private static final String EGGS =
      RawHttp.post("/v1/add-to-cart", "{\"item\":\"eggs\",\"quantity\":1}");
  private static final String SLOW =
      RawHttp.post("/v1/add-to-cart", "{\"item\":\"slow\",\"quantity\":1}");
  private static final String OWNER_PAGE =
      "GET /owner-ping HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

  @Test
  void tooManyRequestsHear429AndWhenToComeBack() throws Exception {
    try (DoorsUnderTest doors = open(new AgentLimits(2, 2, 4, 16, 64, DoorsUnderTest.KEPT))) {
      assertThat(RawHttp.send(doors.agentSocket(), EGGS).status()).isEqualTo(200);
      // Whatever is asked counts.
      assertThat(RawHttp.send(doors.agentSocket(), RawHttp.request("GET", "/")).status())
          .isEqualTo(404);
      Reply refused = RawHttp.send(doors.agentSocket(), EGGS);

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.head()).contains("Retry-After: 60\r\n");
      assertThat(refused.body()).contains("\"code\":\"too-many-requests\"");
      AgentDoorTest.assertIsProblem(refused);
      assertThat(doors.operations.asked).containsExactly("tester: 1 eggs");
    }
  }

  @Test
  void anotherAgentIsHeardWhileTheFirstIsTurnedAway() throws Exception {
    OtherUser.assumePossible();
    try (DoorsUnderTest doors = closed(new AgentLimits(1, 1, 1, 16, 64, DoorsUnderTest.KEPT))) {
      doors.group = OtherUser.NOBODYS_GROUP;
      doors.agents.put(Peer.ofUid(OtherUser.NOBODY), new AgentName("other"));
      doors.start();
      assertThat(RawHttp.send(doors.agentSocket(), EGGS).status()).isEqualTo(200);
      assertThat(RawHttp.send(doors.agentSocket(), EGGS).status()).isEqualTo(429);

      try (SocketChannel silent = RawHttp.open(doors.agentSocket())) {
        assertThat(silent.isConnected()).isTrue();
        int nobody = OtherUser.NOBODY;
        assertThat(OtherUser.post(nobody, nobody, doors.agentSocket(), "/v1/add-to-cart"))
            .isEqualTo(200);
      }
      assertThat(doors.operations.asked).containsExactly("tester: 1 eggs", "other: 1 eggs");
    }
  }

  @Test
  void strangersShareALaneAndTakeNothingFromAgents() throws Exception {
    try (DoorsUnderTest doors = closed(new AgentLimits(1, 1, 1, 16, 64, DoorsUnderTest.KEPT))) {
      doors.agents.clear();
      doors.start();
      assertThat(RawHttp.send(doors.agentSocket(), EGGS).status()).isEqualTo(403);
      assertThat(RawHttp.send(doors.agentSocket(), EGGS).status()).isEqualTo(429);

      doors.agents.put(Peer.ofUid(FileOwner.ownUid()), new AgentName("tester"));
      assertThat(RawHttp.send(doors.agentSocket(), EGGS).status()).isEqualTo(200);
    }
  }

  @Test
  void requestsAtOnceAreLimitedAndTheirPlacesAreGivenBack() throws Exception {
    try (DoorsUnderTest doors =
        open(new AgentLimits(1_000, 1_000, 2, 16, 64, DoorsUnderTest.KEPT))) {
      List<CompletableFuture<Reply>> slow = List.of(send(doors, SLOW), send(doors, SLOW));
      waitUntil(() -> doors.operations.asked.size() == 2);

      Reply third = RawHttp.send(doors.agentSocket(), EGGS);
      assertThat(third.status()).isEqualTo(429);
      assertThat(third.head()).contains("Retry-After: 1\r\n");

      for (CompletableFuture<Reply> each : slow) {
        assertThat(each.join().status()).isEqualTo(200);
      }
      waitUntil(() -> RawHttp.send(doors.agentSocket(), EGGS).status() == 200);
    }
  }

  @Test
  void trickledBodiesHoldNoMoreThanTheirAgentsPlaces() throws Exception {
    try (DoorsUnderTest doors =
            open(new AgentLimits(1_000, 1_000, 2, 16, 64, DoorsUnderTest.KEPT));
        SocketChannel first = RawHttp.open(doors.agentSocket());
        SocketChannel second = RawHttp.open(doors.agentSocket())) {
      RawHttp.write(first, EGGS.substring(0, EGGS.length() - 5));
      RawHttp.write(second, EGGS.substring(0, EGGS.length() - 5));

      waitUntil(() -> RawHttp.send(doors.agentSocket(), EGGS).status() == 429);
      assertThat(RawHttp.send(doors.ownerPort(), OWNER_PAGE).body()).isEqualTo("owner");
    }
  }

  @Test
  void oneConnectionTooManyIsClosedAtOnceUntilAnotherEnds() throws Exception {
    try (DoorsUnderTest doors =
        open(new AgentLimits(1_000, 1_000, 4, 3, 64, DoorsUnderTest.KEPT))) {
      List<SocketChannel> held = hold(doors, 3);

      assertThat(isClosedAtOnce(doors)).isTrue();
      assertThat(RawHttp.send(doors.ownerPort(), OWNER_PAGE).body()).isEqualTo("owner");
      assertThat(RawHttp.exchange(held.get(2), EGGS).status()).isEqualTo(200);

      waitUntil(() -> RawHttp.send(doors.agentSocket(), EGGS).status() == 200);
      closeAll(held);
    }
  }

  @Test
  void tenThousandConnectionsOfOneUserKeepNobodyElseOut() throws Exception {
    try (DoorsUnderTest doors = open(AgentLimits.DEFAULTS)) {
      List<SocketChannel> held = hold(doors, 16);
      int closed = 0;
      for (int flood = 0; flood < 10_000; flood++) {
        // As fast as the kernel takes them; an answer is awaited only now and then.
        SocketChannel channel = RawHttp.open(doors.agentSocket());
        closed += flood % 1_000 == 0 && isClosed(channel) ? 1 : 0;
        channel.close();
      }

      assertThat(closed).isEqualTo(10);
      assertThat(RawHttp.send(doors.ownerPort(), OWNER_PAGE).body()).isEqualTo("owner");
      assertThat(RawHttp.exchange(held.get(0), EGGS).status()).isEqualTo(200);
      closeAll(held);
      waitUntil(() -> RawHttp.send(doors.agentSocket(), EGGS).status() == 200);
    }
  }

  @Test
  void connectionsOfAllTogetherAreLimitedToo() throws Exception {
    try (DoorsUnderTest doors = open(new AgentLimits(1_000, 1_000, 4, 3, 3, DoorsUnderTest.KEPT))) {
      List<SocketChannel> held = hold(doors, 3);

      assertThat(isClosedAtOnce(doors)).isTrue();
      closeAll(held);
    }
  }

  @Test
  void usersWhomThePolicyDoesNotNameAreCountedAsOne() throws Exception {
    OtherUser.assumePossible();
    try (DoorsUnderTest doors =
        closed(new AgentLimits(1_000, 1_000, 4, 3, 3, DoorsUnderTest.KEPT))) {
      doors.group = OtherUser.NOBODYS_GROUP;
      doors.agents.clear();
      doors.start();
      List<SocketChannel> held = hold(doors, 3);
      int nobody = OtherUser.NOBODY;

      assertThat(OtherUser.post(nobody, nobody, doors.agentSocket(), "/v1/add-to-cart")).isZero();
      doors.agents.put(Peer.ofUid(nobody), new AgentName("other"));
      assertThat(OtherUser.post(nobody, nobody, doors.agentSocket(), "/v1/add-to-cart"))
          .isEqualTo(200);
      closeAll(held);
    }
  }

  private static DoorsUnderTest closed(AgentLimits limits) throws IOException {
    DoorsUnderTest doors = DoorsUnderTest.in(DoorsUnderTest.newDirectory());
    doors.limits = limits;
    return doors;
  }

  private static DoorsUnderTest open(AgentLimits limits) throws Exception {
    return closed(limits).start();
  }

  private static CompletableFuture<Reply> send(DoorsUnderTest doors, String request) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return RawHttp.send(doors.agentSocket(), request);
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        },
        run -> new Thread(run).start());
  }

  /** Connections that the server has seen, each having been answered once. */
  private static List<SocketChannel> hold(DoorsUnderTest doors, int count) throws IOException {
    List<SocketChannel> held = new ArrayList<>();
    String keptAlive = RawHttp.request("GET", "/").replace("Connection: close\r\n", "");
    for (int each = 0; each < count; each++) {
      SocketChannel channel = RawHttp.open(doors.agentSocket());
      RawHttp.write(channel, keptAlive);
      assertThat(channel.read(ByteBuffer.allocate(4_096))).isPositive();
      held.add(channel);
    }
    return held;
  }

  private static boolean isClosedAtOnce(DoorsUnderTest doors) throws IOException {
    try (SocketChannel channel = RawHttp.open(doors.agentSocket())) {
      return isClosed(channel);
    }
  }

  /** One that was let in would be answered; that an idle one ends, too, proves nothing. */
  private static boolean isClosed(SocketChannel channel) {
    try {
      RawHttp.write(channel, RawHttp.request("GET", "/"));
      return channel.read(ByteBuffer.allocate(1)) < 0;
    } catch (IOException e) {
      return true;
    }
  }

  private static void closeAll(List<SocketChannel> channels) throws IOException {
    for (SocketChannel channel : channels) {
      channel.close();
    }
  }

  private interface Question {
    boolean isTrue() throws IOException;
  }

  private static boolean isTrue(Question question) {
    try {
      return question.isTrue();
    } catch (IOException e) {
      // Closed, since there were enough connections yet.
      return false;
    }
  }

  private static void waitUntil(Question question) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!isTrue(question)) {
      assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }
}
