package dev.purser.daemon.notices;

import dev.purser.daemon.files.PrivateFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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
  public String channel() {
    return "outbox";
  }

  @Override
  public void deliver(Letter letter) throws UndeliveredException {
    Instant now = clock.instant();
    try {
      String eml = EmailConverter.emailToEML(Mime.of(letter, from, now));
      // Whoever watches the directory for *.eml sees whole letters only.
      PrivateFile.write(directory.resolve(nameOf(letter.about(), now)), eml);
    } catch (IOException | MailException e) {
      throw new UndeliveredException("no letter can be written to " + directory, e);
    }
  }

  private static String nameOf(Letter.About about, Instant now) {
    return "%s-%s-%s.eml".formatted(TIME.format(now), about.slug(), about.brief());
  }
}
