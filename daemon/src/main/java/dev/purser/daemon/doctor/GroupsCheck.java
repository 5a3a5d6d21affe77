package dev.purser.daemon.doctor;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether the agent's user is in a group that leads around the wall.
 *
 * @param ours groups of the daemon and of the operators
 */
record GroupsCheck(Shell shell, String agent, Set<String> ours) implements Check {
  /** Each is as good as root, or reads what root reads. */
  private static final Set<String> POWERFUL =
      Set.of(
          "root",
          "sudo",
          "wheel",
          "admin",
          "docker",
          "lxd",
          "incus",
          "incus-admin",
          "libvirt",
          "kvm",
          "disk",
          "adm",
          "shadow",
          "systemd-journal",
          "kmem",
          "podman");

  @Override
  public String name() {
    return "groups of " + agent;
  }

  @Override
  public List<Finding> look() throws IOException {
    Shell.Ran ran = shell.run("id", "-nG", agent);
    if (ran.exit() != 0) {
      return List.of(
          Finding.fail(name(), ran.output().strip(), "add the user, or correct the policy"));
    }
    Set<String> bad = new TreeSet<>(List.of(ran.output().strip().split("\\s+", -1)));
    bad.removeIf(group -> !POWERFUL.contains(group) && !ours.contains(group));
    if (bad.isEmpty()) {
      return List.of(Finding.ok(name(), "none that leads around the wall"));
    }
    return List.of(
        Finding.fail(
            name(),
            "is in " + String.join(", ", bad),
            "gpasswd --delete %s %s, for each of them; then end all its sessions"
                .formatted(agent, bad.iterator().next())));
  }
}
