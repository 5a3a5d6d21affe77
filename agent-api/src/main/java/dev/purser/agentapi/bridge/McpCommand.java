package dev.purser.agentapi.bridge;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** {@code purser-agent mcp}. */
final class McpCommand {
  /** A daemon that restarts is back after some seconds, and clients wait for tens of them. */
  private static final int PAUSE_SECONDS = 3;

  private McpCommand() {}

  static int run(List<String> words, Console console) throws IOException {
    Arguments arguments = Arguments.of(words, Set.of(), 0);
    new StdioBridge(new Asking(arguments, console).line(), McpCommand::pause)
        .forward(console.in(), console.out());
    return Exit.OK;
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
