package dev.purser.daemon.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the daemon runs, and alone as its user: any other process of that user could do what it
 * can.
 *
 * @param pids of all processes of the daemon's user
 * @param agentSocket that the daemon listens on
 */
record RunningCheck(Proc proc, List<Integer> pids, String agentSocket) implements Check {
  @Override
  public String name() {
    return "daemon";
  }

  @Override
  public List<Finding> look() throws IOException {
    Optional<Integer> daemon = daemonAmong(proc, pids, agentSocket);
    if (daemon.isEmpty()) {
      return List.of(
          Finding.warn(
              name(),
              "is not running; what only a running one shows was not looked at",
              "systemctl start purser"));
    }
    List<Integer> others = new ArrayList<>(pids);
    others.remove(daemon.get());
    return List.of(
        others.isEmpty()
            ? Finding.ok(name(), "runs (process %d), alone as its user".formatted(daemon.get()))
            : Finding.warn(
                name(),
                "process %d runs as its user, too".formatted(others.get(0)),
                "end it: it can do all that the daemon can"));
  }

  /** The one that holds the agents' socket open. */
  static Optional<Integer> daemonAmong(Proc proc, List<Integer> pids, String socket)
      throws IOException {
    Set<String> inodes = proc.inodesOf(socket);
    for (int pid : pids) {
      if (proc.socketsOf(pid).stream().anyMatch(inodes::contains)) {
        return Optional.of(pid);
      }
    }
    return Optional.empty();
  }
}
