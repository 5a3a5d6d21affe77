package dev.purser.daemon.doctor;

import java.io.IOException;
import java.nio.file.Path;

/** A user of this machine. */
record Person(String name, int uid, int gid, Path home) {

  /**
   * Looks one up.
   *
   * @param nameOrUid either
   * @throws IOException when the machine knows no such user
   */
  static Person known(Shell shell, String nameOrUid) throws IOException {
    Shell.Ran ran = shell.run("getent", "passwd", nameOrUid);
    String[] fields = ran.output().strip().split(":", -1);
    if (ran.exit() != 0 || fields.length < 7) {
      throw new IOException("there is no user " + nameOrUid);
    }
    return new Person(
        fields[0],
        Integer.parseUnsignedInt(fields[2]),
        Integer.parseUnsignedInt(fields[3]),
        Path.of(fields[5]));
  }
}
