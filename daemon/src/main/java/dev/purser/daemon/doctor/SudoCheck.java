package dev.purser.daemon.doctor;

import java.io.IOException;
import java.util.List;

/** Whether the agent's user may become somebody else by {@code sudo}. */
record SudoCheck(Shell shell, String agent) implements Check {
  @Override
  public String name() {
    return "sudo of " + agent;
  }

  @Override
  public List<Finding> look() {
    Shell.Ran ran;
    try {
      ran = shell.run("sudo", "-n", "-l", "-U", agent);
    } catch (IOException e) {
      return List.of(Finding.ok(name(), "there is no sudo on this machine"));
    }
    if (ran.output().contains("is not allowed to run sudo")) {
      return List.of(Finding.ok(name(), "may run nothing"));
    }
    return List.of(
        Finding.fail(
            name(),
            ran.output().contains("may run the following")
                ? "may run commands as somebody else"
                : "cannot tell: " + ran.output().strip(),
            "take its lines out of /etc/sudoers and /etc/sudoers.d"));
  }
}
