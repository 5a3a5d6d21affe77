package dev.purser.daemon.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** Writes files, mode 0600, that readers see whole: the old one or the new one. */
public final class PrivateFile {
  private static final FileAttribute<Set<PosixFilePermission>> ONLY_US =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private PrivateFile() {}

  /**
   * Writes the text, in place of what was there. A rename replaces a link that was planted at the
   * path; it does not write through it. Returns when the text is on the disk.
   */
  public static void write(Path path, String text) throws IOException {
    Path fresh = path.toAbsolutePath().resolveSibling("." + UUID.randomUUID() + ".part");
    try {
      writeDurably(fresh, text);
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /**
   * Writes the text where there is nothing yet, whole and on the disk.
   *
   * @throws java.nio.file.FileAlreadyExistsException when there is something
   */
  public static void writeNew(Path path, String text) throws IOException {
    Path fresh = path.toAbsolutePath().resolveSibling("." + UUID.randomUUID() + ".part");
    try {
      writeDurably(fresh, text);
      Files.createLink(path, fresh);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void writeDurably(Path path, String text) throws IOException {
    Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(path, fresh, ONLY_US)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }
}
