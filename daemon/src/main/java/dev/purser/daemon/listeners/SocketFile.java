package dev.purser.daemon.listeners;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file of a Unix socket, claimed by one daemon at a time. Who holds the claim may remove the
 * file, at the start as a stale one and at the end as its own; nobody else may. The claim is a lock
 * that the kernel drops with the process.
 */
final class SocketFile {
  private final Path path;
  private final SocketDirectory directory;
  private @Nullable FileChannel claim;

  SocketFile(Path path, SocketDirectory directory) {
    this.path = path;
    this.directory = directory;
  }

  Path path() {
    return path;
  }

  boolean isClaimed() {
    return claim != null;
  }

  /**
   * Makes the path free to bind, and keeps other daemons from doing the same.
   *
   * @throws DoorException when another daemon is there, or the place is not safe
   */
  void claim() throws IOException {
    directory.prepare();
    claim = lock();
    try {
      removeStale();
    } catch (IOException e) {
      release();
      throw e;
    }
  }

  /** For a socket that is bound and not yet accepting: its group and mode. */
  void protect() throws IOException {
    directory.grant(path);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw----"));
  }

  void release() throws IOException {
    FileChannel held = claim;
    claim = null;
    if (held != null) {
      held.close();
    }
  }

  private FileChannel lock() throws IOException {
    FileChannel channel = openLock(path.resolveSibling(path.getFileName() + ".lock"));
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // Held by another server in this very process.
    }
    channel.close();
    throw anotherDaemon();
  }

  private static FileChannel openLock(Path file) throws IOException {
    try {
      return FileChannel.open(
          file,
          Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (IOException e) {
      throw new DoorException(file + " cannot be opened as a plain file: remove it.", e);
    }
  }

  private void removeStale() throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .isOther()) {
      throw new DoorException(path + " is no socket: move it away.");
    }
    if (isAnswered()) {
      throw anotherDaemon();
    }
    Files.delete(path);
  }

  /** Anything but a plain refusal, such as a full queue, means that somebody is there. */
  private boolean isAnswered() throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.configureBlocking(false);
      channel.connect(UnixDomainSocketAddress.of(path));
      return true;
    } catch (ConnectException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private DoorException anotherDaemon() {
    return new DoorException("Another daemon is listening on " + path + ": stop it first.");
  }
}
