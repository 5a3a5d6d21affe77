package dev.purser.agentapi.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.purser.agentapi.socket.DaemonLine;
import dev.purser.agentapi.socket.DaemonReply;
import dev.purser.agentapi.socket.UnreachableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;

/**
 * MCP over stdio: a line in, a line out. It does not know the protocol; it asks the daemon, and
 * makes a JSON-RPC error of whatever is no JSON-RPC answer.
 */
final class StdioBridge {
  private final DaemonLine daemon;
  private final Runnable pause;

  /**
   * A bridge to the daemon.
   *
   * @param pause what to do before asking a second time
   */
  StdioBridge(DaemonLine daemon, Runnable pause) {
    this.daemon = daemon;
    this.pause = pause;
  }

  /** Until the input ends. Messages are answered one after another, in their order. */
  void forward(InputStream in, OutputStream out) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        write(answer(line), out);
      }
    }
  }

  private static void write(String answer, OutputStream out) throws IOException {
    if (!answer.isEmpty()) {
      out.write((answer + "\n").getBytes(UTF_8));
      out.flush();
    }
  }

  /** Empty where none is due. */
  private String answer(String line) {
    RpcMessage message = RpcMessage.of(line);
    try {
      DaemonReply reply = reply(line);
      if (reply.status() == 200) {
        return reply.body().replace('\n', ' ').replace('\r', ' ');
      }
      return reply.status() == 202 ? "" : message.problem(Answer.of(reply.body()));
    } catch (UnreachableException e) {
      return message.error(Advice.on(e));
    }
  }

  /** Asked twice at most; every request may be repeated as it was. */
  private DaemonReply reply(String line) throws UnreachableException {
    try {
      return daemon.post("/mcp", line);
    } catch (UnreachableException e) {
      if (!mayPass(e)) {
        throw e;
      }
      pause.run();
      return daemon.post("/mcp", line);
    }
  }

  private static boolean mayPass(UnreachableException e) {
    return switch (e.why()) {
      case NO_SOCKET, NOBODY_ANSWERS, CUT_OFF, PERHAPS_TURNED_AWAY -> true;
      case NOT_PERMITTED, NOT_TRUSTED, SANDBOXED, TOO_SLOW -> false;
    };
  }
}
