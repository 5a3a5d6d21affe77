package dev.purser.daemon.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** Files for several users: who owns them, and who may read them, is always said. */
final class TestFiles {
  private TestFiles() {}

  /** A directory of our own under /tmp that everybody may look into. */
  static Path publicDirectory() {
    try {
      return mode(Files.createTempDirectory("purser-e2e-"), "rwxr-xr-x");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path directory(Path path, String permissions, OsUser owner) {
    try {
      return give(mode(Files.createDirectories(path), permissions), owner);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ours, and of others only a user's group may look into it. */
  static Path forGroupOf(Path directory, OsUser user) {
    try {
      if (!user.isSelf()) {
        var users = directory.getFileSystem().getUserPrincipalLookupService();
        Files.getFileAttributeView(directory, PosixFileAttributeView.class)
            .setGroup(users.lookupPrincipalByGroupName(user.group()));
      }
      return mode(directory, "rwxr-x---");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file that only one user can read. */
  static Path secret(Path file, String text, OsUser owner) {
    try {
      return give(mode(Files.writeString(file, text), "rw-------"), owner);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives a path that mode, as a careless administrator would. */
  static void chmod(Path path, String permissions) {
    try {
      mode(path, permissions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives a path away. */
  static void chown(Path path, OsUser owner) {
    try {
      give(path, owner);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everybody may read it; it is there whole or not at all. */
  static Path write(Path file, String text) {
    try {
      Path fresh = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
      return Files.move(mode(fresh, "rw-r--r--"), file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path copy(Path from, Path to) {
    try {
      return mode(Files.copy(from, to), "rw-r--r--");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of a directory by name; none where there is no directory. */
  static List<Path> in(Path directory, String ending) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void removeAll(Path directory) {
    try {
      Files.walkFileTree(directory, new Remover());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path mode(Path path, String permissions) throws IOException {
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static Path give(Path path, OsUser owner) throws IOException {
    if (!owner.isSelf()) {
      var users = path.getFileSystem().getUserPrincipalLookupService();
      var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
      view.setGroup(users.lookupPrincipalByGroupName(owner.group()));
      view.setOwner(users.lookupPrincipalByName(owner.name()));
    }
    return path;
  }

  private static final class Remover extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException problem)
        throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
