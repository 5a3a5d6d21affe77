package dev.purser.daemon.notices;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.UUID;
import org.simplejavamail.MailException;
import org.simplejavamail.converter.EmailConverter;

/**
 * Writes each letter as an {@code .eml} file that only the daemon's user reads. The name sorts by
 * time and says the kind and the order; it never holds the link.
 */
public final class OutboxPostman implements Postman {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final Path directory;
  private final String from;
  private final Clock clock;

  /**
   * An outbox.
   *
   * @param directory must exist and be writable by the daemon's user alone
   * @param from the address that letters come from
   */
  public OutboxPostman(Path directory, String from, Clock clock) {
    this.directory = directory;
    this.from = from;
    this.clock = clock;
  }

  @Override
  public void deliver(Letter letter) throws UndeliveredException {
    Instant now = clock.instant();
    try {
      String eml = EmailConverter.emailToEML(Mime.of(letter, from, now));
      write(directory.resolve(nameOf(letter.about(), now)), eml);
    } catch (IOException | MailException e) {
      throw new UndeliveredException("no letter can be written to " + directory, e);
    }
  }

  private static String nameOf(Letter.About about, Instant now) {
    return "%s-%s-%s.eml".formatted(TIME.format(now), about.kind().slug(), about.order());
  }

  // Whoever watches the directory for *.eml sees whole letters only.
  private void write(Path path, String eml) throws IOException {
    Path fresh = directory.resolve("." + UUID.randomUUID() + ".part");
    try {
      writeDurably(fresh, eml);
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void writeDurably(Path path, String eml) throws IOException {
    var onlyUs = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(path, fresh, onlyUs)) {
      ByteBuffer bytes = ByteBuffer.wrap(eml.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }
}
