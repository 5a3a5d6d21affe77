package dev.purser.daemon.listeners;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.util.Duration;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Here the idle time-out is far away, so that only the deadline can end an answer. */
class AnswerDeadlineTest {
  private static final Duration DEADLINE = Duration.milliseconds(200);
  private static final int MORE_THAN_THE_KERNEL_TAKES = 64 * 1024 * 1024;

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final CompletableFuture<Void> written = new CompletableFuture<>();

  @BeforeEach
  void start() throws Exception {
    connector.setHost("localhost");
    connector.setIdleTimeout(TimeUnit.MINUTES.toMillis(10));
    server.addConnector(connector);
    server.setHandler(new AnswerDeadline(DEADLINE, new Answers()));
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  @Timeout(60) // Without the deadline there is nothing to end it.
  void answerThatNobodyReadsIsCutOff() throws Exception {
    try (SocketChannel channel =
        SocketChannel.open(new InetSocketAddress("localhost", connector.getLocalPort()))) {
      RawHttp.write(channel, RawHttp.request("GET", "/large"));

      assertThatThrownBy(() -> written.get(50, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class);
    }
  }

  @Test
  void answerMayBeLongInTheMaking() throws Exception {
    RawHttp.Reply reply = RawHttp.send(connector.getLocalPort(), RawHttp.request("GET", "/late"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("x");
  }

  /** At once with a large answer, or with a small one when the deadline has passed three times. */
  private final class Answers extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      boolean isLarge = request.getHttpURI().getPath().equals("/large");
      byte[] body = "x".repeat(isLarge ? MORE_THAN_THE_KERNEL_TAKES : 1).getBytes(UTF_8);
      Callback told = Callback.combine(Callback.from(written), callback);
      request
          .getComponents()
          .getScheduler()
          .schedule(
              () -> response.write(true, ByteBuffer.wrap(body), told),
              isLarge ? 0 : 3 * DEADLINE.toMilliseconds(),
              TimeUnit.MILLISECONDS);
      return true;
    }
  }
}
