package dev.purser.daemon.setup;

import dev.purser.daemon.files.Exposure;
import dev.purser.daemon.files.FileOwner;
import dev.purser.daemon.files.PathGuard;
import dev.purser.daemon.files.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * A directory or a file with its owner and mode.
 *
 * @param content of a file
 */
record Kept(Machine machine, Path path, Ownership ownership, Content content) implements Provision {

  /** Puts something at a path where nothing is but its parent, readable by root alone. */
  interface Content {
    void put(Path path) throws IOException;
  }

  static Kept directory(Machine machine, Path path, Ownership ownership) {
    return new Kept(
        machine,
        path,
        ownership,
        where ->
            Files.createDirectory(
                where,
                PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rwx------"))));
  }

  static Kept file(Machine machine, Path path, Ownership ownership, String text) {
    return new Kept(machine, path, ownership, where -> PrivateFile.write(where, text));
  }

  @Override
  public String what() {
    return path.toString();
  }

  @Override
  public Optional<Exposure> exposure() throws IOException {
    Path parent = path.toAbsolutePath().getParent();
    return parent == null
        ? Optional.empty()
        : PathGuard.rootAnd(FileOwner.ownUid()).exposureOf(parent);
  }

  @Override
  public boolean isThere() {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public void make() throws IOException {
    if (path.getParent() != null) {
      Files.createDirectories(path.getParent());
    }
    content.put(path);
    machine.give(path, ownership);
  }

  @Override
  public String undo() {
    return ownership.permissions().indexOf('x') < 0 ? "rm " + path : "rm -r " + path;
  }

  @Override
  public String difference() throws IOException {
    Ownership found = machine.ownershipOf(path);
    return found.equals(ownership) ? "" : "is %s, new ones are %s".formatted(found, ownership);
  }
}
