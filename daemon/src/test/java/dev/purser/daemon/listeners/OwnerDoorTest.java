package dev.purser.daemon.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a user of this machine who is nobody here can take of the owner's pages. */
class OwnerDoorTest {
  private static final String FORM = RawHttp.post("/owner-form", "text/plain", "half and half");
  private static final String HALF = FORM.substring(0, FORM.length() - 4);

  /** Without the mend each of them holds a thread, and the page is not answered before they end. */
  @Test
  @Timeout(120)
  void threeHundredSlowBodiesHoldUpNeitherPagesNorControl() throws Exception {
    try (DoorsUnderTest doors = open()) {
      List<SocketChannel> slow = connect(doors, 300);
      for (SocketChannel each : slow) {
        RawHttp.write(each, HALF);
      }

      assertThat(page(doors)).isEqualTo("owner");
      assertThat(control(doors)).startsWith("control for ");
      assertThat(doors.ownerForm.begun).hasValue(0);
      closeAll(slow);
    }
  }

  @Test
  @Timeout(120)
  void pagesThatHoldAllTheirThreadsHoldUpNoControl() throws Exception {
    try (DoorsUnderTest doors = open()) {
      List<SocketChannel> asking = connect(doors, 200);
      for (SocketChannel each : asking) {
        RawHttp.write(each, RawHttp.request("GET", "/owner-form"));
      }
      QueuedThreadPool threads = (QueuedThreadPool) doors.running().getThreadPool();
      while (threads.getQueueSize() == 0) {
        LockSupport.parkNanos(1_000_000);
      }

      assertThat(control(doors)).startsWith("control for ");
      doors.ownerForm.heldUp.countDown();
      closeAll(asking);
    }
  }

  @Test
  void bodyInTwoPiecesIsTakenWhole() throws Exception {
    try (DoorsUnderTest doors = open();
        SocketChannel channel = connect(doors, 1).get(0)) {
      RawHttp.write(channel, HALF);
      assertThat(page(doors)).isEqualTo("owner");

      assertThat(RawHttp.exchange(channel, FORM.substring(HALF.length())).body())
          .isEqualTo("took 13");
    }
  }

  @Test
  void largeBodyIsHandedOverWithoutBeingKept() throws Exception {
    try (DoorsUnderTest doors = open()) {
      String large = RawHttp.post("/owner-form", "text/plain", "x".repeat(200_000));

      assertThat(RawHttp.send(doors.ownerPort(), large).body()).isEqualTo("took 200000");
    }
  }

  @Test
  void silentConnectionsKeepNobodyOut() throws Exception {
    try (DoorsUnderTest doors = open()) {
      List<SocketChannel> silent = connect(doors, 600);

      assertThat(page(doors)).isEqualTo("owner");
      // The eldest made room.
      assertThat(RawHttp.read(silent.get(0)).status()).isZero();
      closeAll(silent);
    }
  }

  @Test
  @Timeout(120)
  void whoIsBeingAnsweredIsNotSentAway() throws Exception {
    try (DoorsUnderTest doors = open()) {
      SocketChannel asking = connect(doors, 1).get(0);
      RawHttp.write(asking, RawHttp.request("GET", "/owner-form"));
      while (doors.ownerForm.begun.get() == 0) {
        LockSupport.parkNanos(1_000_000);
      }
      List<SocketChannel> silent = connect(doors, 600);
      assertThat(page(doors)).isEqualTo("owner");
      doors.ownerForm.heldUp.countDown();

      assertThat(RawHttp.read(asking).body()).isEqualTo("at last");
      asking.close();
      closeAll(silent);
    }
  }

  @Test
  void connectionHasOneAnswer() throws Exception {
    try (DoorsUnderTest doors = open();
        SocketChannel channel = connect(doors, 1).get(0)) {
      String request = "GET /owner-ping HTTP/1.1\r\nHost: x\r\n\r\n";

      RawHttp.Reply reply = RawHttp.exchange(channel, request.repeat(3));

      assertThat(reply.head()).contains("Connection: close\r\n");
      assertThat(reply.body()).isEqualTo("owner");
    }
  }

  /** This kernel makes room by itself; the door asks for it, since another might not. */
  @Test
  @Timeout(120)
  void answersThatNobodyReadsHoldUpNoPages() throws Exception {
    try (DoorsUnderTest doors = open()) {
      List<SocketChannel> deaf = new ArrayList<>();
      for (int each = 0; each < 200; each++) {
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 2304);
        channel.connect(new InetSocketAddress("localhost", doors.ownerPort()));
        RawHttp.write(channel, RawHttp.request("GET", "/owner-ping/large"));
        deaf.add(channel);
      }

      assertThat(page(doors)).isEqualTo("owner");
      for (SocketChannel channel : deaf.subList(0, 3)) {
        assertThat(RawHttp.read(channel).body()).hasSize(DoorsUnderTest.LARGE);
      }
      closeAll(deaf);
    }
  }

  private static DoorsUnderTest open() throws Exception {
    return DoorsUnderTest.in(DoorsUnderTest.newDirectory()).start();
  }

  private static String page(DoorsUnderTest doors) throws IOException {
    return RawHttp.send(doors.ownerPort(), RawHttp.request("GET", "/owner-ping")).body();
  }

  private static String control(DoorsUnderTest doors) throws IOException {
    return RawHttp.send(doors.controlSocket(), RawHttp.request("GET", "/control-ping")).body();
  }

  private static List<SocketChannel> connect(DoorsUnderTest doors, int count) throws IOException {
    List<SocketChannel> channels = new ArrayList<>();
    for (int each = 0; each < count; each++) {
      channels.add(SocketChannel.open(new InetSocketAddress("localhost", doors.ownerPort())));
    }
    return channels;
  }

  private static void closeAll(List<SocketChannel> channels) throws IOException {
    for (SocketChannel channel : channels) {
      channel.close();
    }
  }
}
