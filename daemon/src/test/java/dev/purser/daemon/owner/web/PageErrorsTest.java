package dev.purser.daemon.owner.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import java.io.EOFException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What a browser hears of an exception, and what the log does. */
class PageErrorsTest {
  private static final String CANARY = "canary-7af3";

  private final Logger logger = (Logger) LoggerFactory.getLogger(PageErrors.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @SuppressWarnings("NullAway.Init")
  private PageServer server;

  @BeforeEach
  void start() throws Exception {
    server = new PageServer(site -> List.of(new Failing()));
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stop() throws Exception {
    logger.detachAppender(log);
    server.stop();
  }

  @ParameterizedTest
  @CsvSource({"bug, 500", "400, 400", "404, 404", "405, 405", "409, 409", "502, 500"})
  void whatAnExceptionSaysIsOnNoPage(String failure, int status) throws Exception {
    HttpResponse<String> page = server.get("/fail/" + failure);

    assertThat(page.statusCode()).isEqualTo(status);
    assertThat(page.body()).contains("<html").doesNotContain(CANARY, "Exception", "jakarta");
    assertThat(page.headers().map().toString()).doesNotContain(CANARY);
  }

  @Test
  void whatIsOurFaultIsInTheLogWithoutTheAddress() throws Exception {
    server.get("/fail/bug");

    assertThat(log.list)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getFormattedMessage()).isEqualTo("A page failed");
              assertThat(event.getThrowableProxy().getMessage()).contains(CANARY);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"gone", "slow", "400", "404"})
  void whatTheClientDidIsNoLineInTheLog(String failure) throws Exception {
    assertThat(server.get("/fail/" + failure).body()).doesNotContain(CANARY);

    assertThat(log.list).isEmpty();
  }

  /** Fails as it is asked to. */
  @Path("/fail/{how}")
  public static final class Failing {
    @GET
    public String fail(@PathParam("how") String how) {
      switch (how) {
        case "bug" -> throw new IllegalStateException(CANARY);
        case "gone" -> throw new IllegalStateException(CANARY, new EOFException(CANARY));
        case "slow" -> throw new IllegalStateException(new TimeoutException(CANARY));
        default -> throw new WebApplicationException(CANARY, Integer.parseInt(how));
      }
    }
  }
}
