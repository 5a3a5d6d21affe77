package dev.purser.daemon.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.listeners.RawHttp.Reply;
import io.dropwizard.util.Duration;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;

/** A connection that says nothing more is not waited for. Each test ends by the time-out. */
class SlowAgentTest {

  @Test
  void bodyThatStopsHears408OrIsClosed() throws Exception {
    try (DoorsUnderTest doors = impatient();
        SocketChannel channel = RawHttp.open(doors.agentSocket())) {
      Reply reply =
          RawHttp.exchange(
              channel, RawHttp.post("/v1/add-to-cart", "{\"item\":").replace("h: 8", "h: 80"));

      assertThat(reply.status()).isEqualTo(408);
      assertThat(reply.body()).contains("\"code\":\"body-timeout\"");
      AgentDoorTest.assertIsProblem(reply);
      assertThat(doors.operations.asked).isEmpty();
    }
  }

  @Test
  void silentConnectionIsClosed() throws Exception {
    try (DoorsUnderTest doors = impatient();
        SocketChannel channel = RawHttp.open(doors.agentSocket())) {
      assertThat(RawHttp.exchange(channel, "POST /v1/add-to").status()).isIn(0, 408);
    }
  }

  @Test
  void slowVendorIsNoSlowAgent() throws Exception {
    try (DoorsUnderTest doors = impatient()) {
      Reply reply =
          RawHttp.send(
              doors.agentSocket(),
              RawHttp.post("/v1/add-to-cart", "{\"item\":\"slow\",\"quantity\":1}"));

      assertThat(reply.status()).isEqualTo(200);
    }
  }

  private static DoorsUnderTest impatient() throws Exception {
    DoorsUnderTest doors = DoorsUnderTest.in(DoorsUnderTest.newDirectory());
    doors.idleTimeout = Duration.milliseconds(300);
    return doors.start();
  }
}
