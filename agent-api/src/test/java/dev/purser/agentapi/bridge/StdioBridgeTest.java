package dev.purser.agentapi.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.agentapi.socket.DaemonLine;
import dev.purser.agentapi.socket.DaemonReply;
import dev.purser.agentapi.socket.UnreachableException;
import dev.purser.agentapi.socket.UnreachableException.Why;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StdioBridgeTest {
  private static final String CALL = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}";
  private static final String NOTE = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/x\"}";
  private static final String PROBLEM =
      "{\"type\":\"about:blank\",\"title\":\"Busy\",\"status\":503,\"code\":\"busy\",\"detail\":\"Later.\"}";

  private final FakeDaemon daemon = new FakeDaemon();

  @Test
  void answerComesBackAsItIs() throws IOException {
    daemon.will(new DaemonReply(200, "{\"id\":7,\"result\":{\"x\":\"\u00e9\"}}"));

    assertThat(forwarded(CALL)).isEqualTo("{\"id\":7,\"result\":{\"x\":\"\u00e9\"}}\n");
    assertThat(daemon.asked).containsExactly("/mcp " + CALL);
  }

  @Test
  void answerIsOneLineWhateverItHas() throws IOException {
    daemon.will(new DaemonReply(200, "{\n\"id\":\r\n7}"));

    assertThat(forwarded(CALL).lines()).hasSize(1);
  }

  @Test
  void notificationHearsNothing() throws IOException {
    daemon.will(new DaemonReply(202, ""));

    assertThat(forwarded(NOTE)).isEmpty();
  }

  @Test
  void emptyLinesAreNoMessages() throws IOException {
    assertThat(forwarded("\n  \n\n")).isEmpty();
    assertThat(daemon.asked).isEmpty();
  }

  @Test
  void messagesAreAnsweredInTheirOrder() throws IOException {
    daemon.will(new DaemonReply(200, "1"));
    daemon.will(new DaemonReply(202, ""));
    daemon.will(new DaemonReply(200, "2"));

    assertThat(forwarded(CALL + "\n" + NOTE + "\n" + CALL)).isEqualTo("1\n2\n");
  }

  @Test
  void problemIsAnErrorWithTheSameId() throws IOException {
    daemon.will(new DaemonReply(503, PROBLEM));

    assertThat(forwarded(CALL))
        .isEqualTo(
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"error\":{\"code\":-32000,\"message\":\"Busy: Later.\",\"data\":"
                + PROBLEM
                + "}}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"q-1\"", "7", "-1", "12345678901234567890"})
  void idComesBackAsItWasWritten(String id) throws IOException {
    daemon.will(new DaemonReply(503, PROBLEM));

    assertThat(forwarded(CALL.replace("7", id))).contains("\"id\":" + id + ",");
  }

  @Test
  void notificationHearsNothingOfAProblemEither() throws IOException {
    daemon.will(new DaemonReply(503, PROBLEM));

    assertThat(forwarded(NOTE)).isEmpty();
  }

  @Test
  void answerOfTheClientsHearsNothing() throws IOException {
    daemon.will(new DaemonReply(400, PROBLEM));

    assertThat(forwarded("{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{}}")).isEmpty();
  }

  @Test
  void lineThatIsNoMessageIsAParseError() throws IOException {
    daemon.will(new DaemonReply(400, PROBLEM.replace("\"busy\"", "\"malformed-json\"")));

    assertThat(forwarded("nonsense")).contains("\"id\":null", "\"code\":-32700");
  }

  @ParameterizedTest
  @EnumSource(
      value = Why.class,
      names = {"NO_SOCKET", "NOBODY_ANSWERS", "CUT_OFF", "PERHAPS_TURNED_AWAY"})
  void daemonThatRestartsIsAskedOnceMore(Why why) throws IOException {
    daemon.willFail(why);
    daemon.will(new DaemonReply(200, "back"));

    assertThat(forwarded(CALL)).isEqualTo("back\n");
    assertThat(daemon.asked).containsExactly("/mcp " + CALL, "pause", "/mcp " + CALL);
  }

  @Test
  void daemonThatStaysAwayIsAnErrorAndTheNextCallTriesAgain() throws IOException {
    daemon.willFail(Why.NOBODY_ANSWERS);
    daemon.willFail(Why.NOBODY_ANSWERS);
    daemon.will(new DaemonReply(200, "back"));

    List<String> answers = forwarded(CALL + "\n" + CALL).lines().toList();

    assertThat(answers.get(0)).contains("\"id\":7", "\"code\":-32000", "not reachable");
    assertThat(answers.get(1)).isEqualTo("back");
  }

  @ParameterizedTest
  @EnumSource(
      value = Why.class,
      names = {"NOT_PERMITTED", "SANDBOXED", "TOO_SLOW"})
  void whatWaitingDoesNotMendIsToldAtOnce(Why why) throws IOException {
    daemon.willFail(why);

    assertThat(forwarded(CALL)).contains("not reachable");
    assertThat(daemon.asked).hasSize(1);
  }

  private String forwarded(String input) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new StdioBridge(daemon, () -> daemon.asked.add("pause"))
        .forward(new ByteArrayInputStream(input.getBytes(UTF_8)), out);
    return out.toString(UTF_8);
  }

  /** Answers or fails in the order that it was told to. */
  private static final class FakeDaemon implements DaemonLine {
    private final List<String> asked = new ArrayList<>();
    private final Deque<Object> answers = new ArrayDeque<>();

    void will(DaemonReply reply) {
      answers.add(reply);
    }

    void willFail(Why why) {
      answers.add(new UnreachableException(why, "Away.", new IOException()));
    }

    @Override
    public DaemonReply post(String path, String json) throws UnreachableException {
      asked.add(path + " " + json);
      Object answer = answers.remove();
      if (answer instanceof UnreachableException failure) {
        throw failure;
      }
      return (DaemonReply) answer;
    }
  }
}
