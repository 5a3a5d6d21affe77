package dev.purser.daemon.doctor;

import java.nio.file.Files;
import java.nio.file.Path;

/** A {@code /proc} of files, with one process. */
final class FakeProc {
  static final int PID = 77;

  private final Path root;

  FakeProc(Path root) {
    this.root = root;
  }

  Proc proc() {
    return new Proc(root);
  }

  FakeProc write(String name, String text) throws Exception {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** A socket that the process holds open. */
  FakeProc socket(String inode) throws Exception {
    Path descriptors = Files.createDirectories(root.resolve(PID + "/fd"));
    Files.createSymbolicLink(descriptors.resolve(inode), Path.of("socket:[" + inode + "]"));
    return this;
  }
}
