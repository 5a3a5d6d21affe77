package dev.purser.agentapi.bridge;

import dev.purser.agentapi.socket.DaemonLine;
import dev.purser.agentapi.socket.DaemonReply;
import dev.purser.agentapi.socket.UnixSocketLine;
import dev.purser.agentapi.socket.UnreachableException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command that asks the daemon has in common. */
final class Asking {
  /** A vendor may take its time to quote. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--socket",
      paramLabel = "PATH",
      defaultValue = "${env:PURSER_AGENT_SOCKET:-/run/purser/agent/agent.sock}",
      description = "The daemon's agent socket. Default: $PURSER_AGENT_SOCKET, or ${DEFAULT-VALUE}")
  private Path socket = Path.of("/run/purser/agent/agent.sock");

  /** The one place that knows how the daemon is reached. */
  DaemonLine line() {
    return new UnixSocketLine(socket, PATIENCE);
  }

  /** How an answer is shown, and which answers are a yes. */
  record Reading(Function<Answer, String> shown, Predicate<Answer> isYes) {}

  int ask(String path, Map<String, @Nullable Object> question, boolean json, Reading reading) {
    PrintWriter err = command.commandLine().getErr();
    try {
      DaemonReply reply = line().post(path, Json.write(question));
      return told(reply, json, reading);
    } catch (UnreachableException e) {
      err.println("purser-agent: " + Advice.on(e));
      return Advice.exitCode(e);
    }
  }

  private int told(DaemonReply reply, boolean json, Reading reading) {
    Answer answer = Answer.of(reply.body());
    boolean isProblem = reply.status() != 200;
    PrintWriter out = command.commandLine().getOut();
    if (json) {
      out.println(Json.write(answer.members()));
    } else if (isProblem) {
      command.commandLine().getErr().println(Printed.problem(answer));
    } else {
      out.println(reading.shown().apply(answer));
    }
    if (isProblem) {
      return Exit.PROBLEM;
    }
    return reading.isYes().test(answer) ? Exit.OK : Exit.NO;
  }
}
