package dev.purser.daemon.listeners;

import dev.purser.daemon.files.Exposure;
import dev.purser.daemon.files.FileOwner;
import dev.purser.daemon.files.PathGuard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a socket. Only the daemon may write it, and nobody else may swing any part of
 * its path aside: all else about the socket, its mode and its removal, rests on that.
 *
 * @param path absolute
 * @param permissions such as {@code rwxr-x---}
 * @param group who else may reach the socket; the daemon's own group without it
 */
record SocketDirectory(Path path, String permissions, @Nullable String group) {

  /**
   * Makes the directory, or checks the one that is there, and gives it its group and mode.
   *
   * @throws DoorException when somebody else could replace a part of the path
   */
  void prepare() throws IOException {
    int own = FileOwner.ownUid();
    makeMissing();
    require(PathGuard.rootAnd(own).exposureOf(path));
    checkOwn(own);
    grant(path);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  /** Gives a file in this directory to the group, where there is one. */
  void grant(Path file) throws IOException {
    if (group == null) {
      return;
    }
    try {
      Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .setGroup(principalOf(group));
    } catch (IOException e) {
      throw new DoorException(
          file
              + " cannot be given to group '"
              + group
              + "': see that the group exists and that the daemon's user is a member.",
          e);
    }
  }

  private static GroupPrincipal principalOf(String group) throws IOException {
    try {
      return Path.of("/")
          .getFileSystem()
          .getUserPrincipalLookupService()
          .lookupPrincipalByGroupName(group);
    } catch (UserPrincipalNotFoundException e) {
      throw new IOException("No group " + group, e);
    }
  }

  /** Private from the first moment; the mode that others need comes after all checks. */
  private void makeMissing() throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Path parent = path.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new DoorException(path + " cannot be made: make its parent directory first.");
    }
    require(PathGuard.rootAnd(FileOwner.ownUid()).exposureOnTheWayTo(parent));
    Files.createDirectory(
        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private static void require(Optional<Exposure> exposure) throws DoorException {
    if (exposure.isPresent()) {
      throw new DoorException(exposure.get().sentence());
    }
  }

  private void checkOwn(int own) throws IOException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new DoorException(path + " must be a directory and no symlink: remove it.");
    }
    FileOwner owner = FileOwner.of(path);
    if (owner.uid() != own || owner.isWritableByOthers()) {
      throw new DoorException(
          path
              + " must belong to the daemon's user and be writable by nobody else: fix its owner"
              + " and chmod g-w,o-w "
              + path);
    }
  }
}
