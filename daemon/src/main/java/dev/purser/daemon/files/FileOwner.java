package dev.purser.daemon.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * Who owns a file and who may do what with it, without following a symlink. With access control
 * lists, the group's bits are the most that any list entry grants.
 *
 * @param mode the kernel's {@code st_mode}
 */
public record FileOwner(int uid, int gid, int mode) {
  private static final int GROUP_OR_OTHERS_WRITE = 0022;
  private static final int GROUP_OR_OTHERS = 0077;
  private static final int OTHERS = 0007;
  private static final int GROUP_WRITE = 0020;
  private static final int STICKY = 01000;
  private static final int ROOT = 0;

  public static FileOwner of(Path path) throws IOException {
    return new FileOwner(
        attribute(path, "unix:uid"), attribute(path, "unix:gid"), attribute(path, "unix:mode"));
  }

  private static int attribute(Path path, String name) throws IOException {
    return ((Number) Files.getAttribute(path, name, LinkOption.NOFOLLOW_LINKS)).intValue();
  }

  /**
   * The effective uid of this process. The kernel's own figure: the JDK's {@code UnixSystem} says 0
   * for a uid that the user database does not know.
   */
  public static int ownUid() throws IOException {
    List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
    for (String line : status) {
      if (line.startsWith("Uid:")) {
        return Integer.parseUnsignedInt(line.split("\\s+", -1)[2]);
      }
    }
    throw new IOException("/proc/self/status has no Uid line.");
  }

  public boolean isWritableByOthers() {
    return (mode & GROUP_OR_OTHERS_WRITE) != 0;
  }

  /**
   * Whether anybody but its owner may read, write or enter it. root's own group is nobody else:
   * systemd hands over credentials that root owns, and names their one reader in a list.
   */
  public boolean isOpenToOthers() {
    boolean rootsOwn = uid == ROOT && gid == ROOT;
    return (mode & (rootsOwn ? OTHERS | GROUP_WRITE : GROUP_OR_OTHERS)) != 0;
  }

  /** As in /tmp: others may add files there, and not touch ours. */
  public boolean isSticky() {
    return (mode & STICKY) != 0;
  }
}
