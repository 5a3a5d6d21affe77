package dev.purser.daemon.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * All files of this machine's own disks, without following symlinks.
 *
 * @param top where to begin, such as {@code /}
 */
record LocalFiles(Shell shell, String top) {
  private static final int KILLED = 137;

  /** Others answer for these, or they are none. */
  private static final List<String> NOT_OURS =
      List.of(
          "proc",
          "sysfs",
          "devtmpfs",
          "devpts",
          "cgroup2",
          "autofs",
          "nfs",
          "nfs4",
          "cifs",
          "smb3",
          "9p",
          "ceph",
          "fuse",
          "fuse.sshfs",
          "fuse.rclone",
          "afs");

  /**
   * What {@code find} prints about regular files.
   *
   * @throws IOException when it took too long
   */
  String find(String... expression) throws IOException {
    List<String> words = new ArrayList<>(List.of("find", top, "("));
    for (String type : NOT_OURS) {
      words.addAll(List.of("-fstype", type, "-o"));
    }
    words.addAll(List.of("-false", ")", "-prune", "-o", "-type", "f"));
    words.addAll(List.of(expression));
    Shell.Ran ran = shell.run(words, "");
    if (ran.exit() == KILLED) {
      throw new IOException("looking at all files took too long");
    }
    return ran.output();
  }
}
