package dev.purser.agentapi.bridge;

import dev.purser.agentapi.socket.DaemonLine;
import dev.purser.agentapi.socket.DaemonReply;
import dev.purser.agentapi.socket.Identity;
import dev.purser.agentapi.socket.TlsLine;
import dev.purser.agentapi.socket.UnixSocketLine;
import dev.purser.agentapi.socket.UnreachableException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What every command that asks the daemon has in common. */
record Asking(Arguments arguments, Console console) {
  private static final String VARIABLE = "PURSER_AGENT_SOCKET";
  private static final String USUAL_SOCKET = "/run/purser/agent/agent.sock";

  /** A vendor may take its time to quote. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** How an answer is shown, and which answers are a yes. */
  record Reading(Function<Answer, String> shown, Predicate<Answer> isYes) {}

  /** The one place that knows how the daemon is reached. */
  DaemonLine line() {
    String server = arguments.value(Arguments.SERVER);
    return server == null ? new UnixSocketLine(Path.of(socket()), PATIENCE) : elsewhere(server);
  }

  private DaemonLine elsewhere(String server) {
    if (arguments.has(Arguments.SOCKET)) {
      throw new UsageException("either --socket or --server");
    }
    Identity identity =
        new Identity(
            file(Arguments.IDENTITY), file(Arguments.PASSWORD), file(Arguments.CERTIFICATE));
    try {
      return new TlsLine(URI.create(server), identity, PATIENCE);
    } catch (IOException e) {
      throw new UsageException(
          "the identity or the certificate cannot be read: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--server is written like https://HOST:8481", e);
    }
  }

  private Path file(String option) {
    String path = arguments.value(option);
    if (path == null) {
      throw new UsageException("with --server, " + option + " is needed");
    }
    return Path.of(path);
  }

  private String socket() {
    String option = arguments.value(Arguments.SOCKET);
    String variable = console.environment().apply(VARIABLE);
    if (option != null) {
      return option;
    }
    return variable == null || variable.isEmpty() ? USUAL_SOCKET : variable;
  }

  int ask(String path, Map<String, @Nullable Object> question, Reading reading) {
    try {
      return told(line().post(path, Json.write(question)), reading);
    } catch (UnreachableException e) {
      console.complain(Advice.on(e));
      return Advice.exitCode(e);
    }
  }

  private int told(DaemonReply reply, Reading reading) {
    Answer answer = Answer.of(reply.body());
    boolean isProblem = reply.status() != 200;
    if (arguments.has(Arguments.JSON)) {
      console.out().println(Json.write(answer.members()));
    } else if (isProblem) {
      console.complain(Printed.problem(answer));
    } else {
      console.out().println(reading.shown().apply(answer));
    }
    if (isProblem) {
      return Exit.PROBLEM;
    }
    return reading.isYes().test(answer) ? Exit.OK : Exit.NO;
  }
}
