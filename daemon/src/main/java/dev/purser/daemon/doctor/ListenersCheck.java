package dev.purser.daemon.doctor;

import dev.purser.daemon.listeners.TcpListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the daemon listens where it should and nowhere else.
 *
 * @param ports that it is configured to listen on
 * @param guarded those of them that speak TLS
 * @param sockets paths of its Unix sockets
 */
record ListenersCheck(
    Proc proc, int pid, Set<Integer> ports, Set<Integer> guarded, Set<String> sockets)
    implements Check {
  private static final String UNIX_LISTENING = "00010000";
  private static final Set<String> THIS_MACHINE =
      Set.of("0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F");

  @Override
  public String name() {
    return "listeners";
  }

  @Override
  public List<Finding> look() throws IOException {
    Set<String> own = proc.socketsOf(pid);
    List<Finding> findings = new ArrayList<>();
    Stream.of("net/tcp", "net/tcp6").forEach(table -> tcp(table, own, findings));
    unix(own, findings);
    if (findings.isEmpty()) {
      findings.add(
          Finding.ok(
              name(),
              "ports %s on this machine or by TLS, and %d sockets"
                  .formatted(ports, sockets.size())));
    }
    return findings;
  }

  private void tcp(String table, Set<String> own, List<Finding> findings) {
    TcpListener.in(proc.text(table)).stream()
        .filter(listener -> own.contains(listener.inode()))
        .forEach(listener -> address(listener, findings));
  }

  private void address(TcpListener listener, List<Finding> findings) {
    int port = listener.port();
    if (!ports.contains(port)) {
      findings.add(
          Finding.fail(
              name(),
              "the daemon listens on port %d, which no door of its configuration has"
                  .formatted(port),
              "find out why; no debugger, agent or console belongs in it"));
    } else if (!THIS_MACHINE.contains(listener.address()) && !guarded.contains(port)) {
      findings.add(
          Finding.warn(
              name(),
              "port %d can be reached from other machines, in clear".formatted(port),
              "server.owner.tls; or server.owner.bindHost: localhost, with a proxy for TLS before it"));
    }
  }

  private void unix(Set<String> own, List<Finding> findings) {
    proc.text("net/unix")
        .lines()
        .skip(1)
        .map(line -> line.strip().split("\\s+", 8))
        .filter(row -> row.length > 6 && row[3].equals(UNIX_LISTENING) && own.contains(row[6]))
        .map(row -> row.length > 7 ? row[7] : "(without a name)")
        .filter(path -> !sockets.contains(path))
        .forEach(
            path ->
                findings.add(
                    Finding.fail(
                        name(),
                        "the daemon listens on the socket " + path,
                        "find out why; an abstract socket has no mode that keeps anybody out")));
  }
}
