package dev.purser.agentapi.bridge;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "mcp",
    description = {
      "Speaks MCP on standard input and output and forwards it to the daemon.",
      "Meant to be started by an MCP client."
    })
final class McpCommand implements Callable<Integer> {
  /** A daemon that restarts is back after some seconds, and clients wait for tens of them. */
  private static final int PAUSE_SECONDS = 3;

  @Mixin private Asking asking = new Asking();

  @Override
  public Integer call() throws IOException {
    StdioBridge bridge = new StdioBridge(asking.line(), McpCommand::pause);
    try (FileInputStream in = new FileInputStream(FileDescriptor.in);
        FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      bridge.forward(in, out);
    }
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
