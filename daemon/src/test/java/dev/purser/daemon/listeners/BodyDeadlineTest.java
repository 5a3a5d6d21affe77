package dev.purser.daemon.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.util.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
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

/** Here the idle time-out is far away, so that only the deadline can end a body. */
class BodyDeadlineTest {
  private static final Duration DEADLINE = Duration.milliseconds(200);
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  @BeforeEach
  void start() throws Exception {
    connector.setHost("localhost");
    connector.setIdleTimeout(TimeUnit.MINUTES.toMillis(10));
    server.addConnector(connector);
    server.setHandler(new BodyDeadline(DEADLINE, new AnswersLate()));
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  @Timeout(60) // Without the deadline there is nothing to end it.
  void bodyThatDoesNotEndIsCutOff() throws Exception {
    String unfinished = RawHttp.post("/", "half").replace("Length: 4", "Length: 8");

    assertThat(RawHttp.send(connector.getLocalPort(), unfinished).status()).isNotEqualTo(200);
  }

  @Test
  void answerMayTakeLongerThanTheBody() throws Exception {
    String whole = RawHttp.post("/", "whole");

    assertThat(RawHttp.send(connector.getLocalPort(), whole).status()).isEqualTo(200);
  }

  /** Reads the body, then lets the deadline pass three times before it answers. */
  private static final class AnswersLate extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Content.Source.consumeAll(
          request,
          Callback.from(
              () ->
                  request
                      .getComponents()
                      .getScheduler()
                      .schedule(
                          callback::succeeded,
                          3 * DEADLINE.toMilliseconds(),
                          TimeUnit.MILLISECONDS),
              callback::failed));
      return true;
    }
  }
}
