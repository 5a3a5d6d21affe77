package dev.purser.daemon.e2e;

import dev.purser.daemon.documents.Setups;
import java.nio.file.Path;

/** A home of its own for the agent's user on a scratch machine, so that set-ups do not meet. */
record AgentHome(ScratchMachine machine, String name) {
  static AgentHome make(ScratchMachine machine, String name) {
    machine.as("agent", "mkdir " + path(name)).run().orFail();
    return new AgentHome(machine, name);
  }

  private static String path(String name) {
    return "/home/agent/" + name;
  }

  Command command(String commands) {
    return command("agent", commands);
  }

  Command command(Setups.Block block) {
    return command(block.user(), block.commands());
  }

  // Programs that look for a newer version of themselves would test something else.
  private Command command(String user, String commands) {
    return machine.as(
        user,
        "export CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC=1 HOME=%s && cd && %s"
            .formatted(path(name), commands));
  }

  /** A path that begins with {@code ~/}, as root sees it from outside. */
  Path file(String path) {
    return machine.file(path.replaceFirst("^~", path(name)));
  }
}
