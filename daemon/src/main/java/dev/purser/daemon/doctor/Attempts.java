package dev.purser.daemon.doctor;

import dev.purser.daemon.wall.Guarded;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an agent's user is to try against a daemon, and how it should end. */
final class Attempts {
  /** Whoever is let in there is as good as root. */
  private static final List<String> SOCKETS_OF_ROOT =
      List.of(
          "/run/docker.sock",
          "/run/podman/podman.sock",
          "/run/containerd/containerd.sock",
          "/var/lib/lxd/unix.socket",
          "/var/snap/lxd/common/lxd/unix.socket",
          "/var/lib/incus/unix.socket",
          "/run/libvirt/libvirt-sock",
          "/run/systemd/private");

  private final List<Attempt> all = new ArrayList<>();

  private Attempts() {}

  /**
   * Lists them.
   *
   * @param pid of the daemon, if it runs
   */
  static List<Attempt> against(List<Guarded> footprint, Doors doors, Optional<Integer> pid) {
    Attempts attempts = new Attempts();
    footprint.forEach(attempts::file);
    attempts.shut(Attempt.Verb.SOCKET, doors.control(), "take the agent out of the socket's group");
    for (String socket : SOCKETS_OF_ROOT) {
      attempts.shut(Attempt.Verb.SOCKET, Path.of(socket), "who is let in there is as good as root");
    }
    pid.ifPresent(attempts::process);
    pid.ifPresent(running -> attempts.open(doors));
    return attempts.all;
  }

  /** The daemon's sockets. */
  record Doors(Path agent, Path control) {}

  private void file(Guarded part) {
    shut(Attempt.Verb.WRITE, part.path(), "chown root and chmod go-w, as the start check says");
    if (part.isPrivate()) {
      shut(Attempt.Verb.READ, part.path(), "chmod go-rwx " + part.path());
    }
  }

  private void process(int pid) {
    for (String file : List.of("mem", "environ", "maps", "fd")) {
      shut(
          Attempt.Verb.READ,
          Path.of("/proc", Integer.toString(pid), file),
          "give daemon and agent different users");
    }
  }

  private void open(Doors doors) {
    all.add(
        new Attempt(
            Attempt.Verb.SOCKET,
            doors.agent().toString(),
            true,
            "gpasswd --add the agent's user to the socket's group, and log it in again"));
  }

  private void shut(Attempt.Verb verb, Path target, String fix) {
    all.add(new Attempt(verb, target.toString(), false, fix));
  }
}
