package dev.purser.daemon.listeners;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** Who owns a file and who may write it, without following a symlink. */
record FileOwner(int uid, int mode) {
  private static final int GROUP_OR_OTHERS_WRITE = 0022;
  private static final int STICKY = 01000;

  static FileOwner of(Path path) throws IOException {
    return new FileOwner(attribute(path, "unix:uid"), attribute(path, "unix:mode"));
  }

  private static int attribute(Path path, String name) throws IOException {
    return ((Number) Files.getAttribute(path, name, LinkOption.NOFOLLOW_LINKS)).intValue();
  }

  /**
   * The effective uid of this process. The kernel's own figure: the JDK's {@code UnixSystem} says 0
   * for a uid that the user database does not know.
   */
  static int ownUid() throws IOException {
    List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
    for (String line : status) {
      if (line.startsWith("Uid:")) {
        return Integer.parseUnsignedInt(line.split("\\s+", -1)[2]);
      }
    }
    throw new IOException("/proc/self/status has no Uid line.");
  }

  boolean isRootOr(int other) {
    return uid == 0 || uid == other;
  }

  boolean isWritableByOthers() {
    return (mode & GROUP_OR_OTHERS_WRITE) != 0;
  }

  /** As in /tmp: others may add files there, and not touch ours. */
  boolean isSticky() {
    return (mode & STICKY) != 0;
  }
}
