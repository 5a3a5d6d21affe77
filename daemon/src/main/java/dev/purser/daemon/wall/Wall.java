package dev.purser.daemon.wall;

import dev.purser.daemon.files.FileOwner;
import dev.purser.daemon.listeners.Peer;
import dev.purser.daemon.policy.AgentRule;
import dev.purser.daemon.policy.Policy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Whether the daemon stands on ground of its own. */
public final class Wall {
  private static final int ROOT = 0;

  private Wall() {}

  /**
   * Refuses a uid that makes the wall pointless.
   *
   * @param daemon the uid that the daemon runs as
   * @throws BreachedWallException when it is root's or an agent's
   */
  public static void requireOwnUser(int daemon, Policy policy) throws IOException {
    if (daemon == ROOT) {
      throw new BreachedWallException(
          "the daemon must not run as root: start it as a user of its own, such as 'purser' with"
              + " 'systemctl start purser'");
    }
    Peer own = Peer.ofUid(daemon);
    for (AgentRule agent : policy.agents()) {
      if (isSame(own, agent)) {
        throw new BreachedWallException(
            "the daemon must not run as agent '%s' does (uid %d): start it as a user of its own"
                .formatted(agent.name(), daemon));
      }
    }
  }

  /**
   * Refuses a demo in a file that is not of the user who runs it. Else whoever could change a real
   * daemon's file would only have to call it a demo, and nothing would be looked at.
   *
   * @throws BreachedWallException naming the file
   */
  public static void requireOwnDemo(Path file, int own) throws IOException {
    int owner = FileOwner.of(file.toRealPath()).uid();
    if (owner != own) {
      throw new BreachedWallException(
          "%s says 'demo: true' and belongs to another user (uid %d): a demo runs as its file's own user"
              .formatted(file, owner));
    }
  }

  /**
   * Refuses files that somebody could change or read who should not.
   *
   * @param daemon the uid that the daemon runs as
   * @throws BreachedWallException naming the first such path, and the fix
   */
  public static void requireGuarded(List<Guarded> footprint, int daemon) {
    for (Guarded part : footprint) {
      part.exposure(daemon)
          .ifPresent(
              exposure -> {
                throw new BreachedWallException(
                    "the %s is not safe: %s".formatted(part.what(), exposure.sentence()));
              });
    }
  }

  /** A user that this machine does not have is the doorkeeper's to refuse. */
  private static boolean isSame(Peer own, AgentRule agent) {
    if (agent.isRemote()) {
      return false;
    }
    try {
      return own.equals(Peer.ofUser(agent.user().orElseThrow()));
    } catch (IOException e) {
      return false;
    }
  }
}
