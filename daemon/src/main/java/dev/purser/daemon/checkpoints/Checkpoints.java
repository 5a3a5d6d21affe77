package dev.purser.daemon.checkpoints;

import dev.purser.daemon.audit.AuditHead;
import dev.purser.daemon.audit.AuditReader;
import dev.purser.daemon.audit.CanonicalJson;
import dev.purser.daemon.files.FileTrouble;
import dev.purser.daemon.files.PrivateFile;
import dev.purser.daemon.seals.SealingKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file that says where the trail ended: its length and its last hash, signed. */
public final class Checkpoints {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  /** In the header of the signature, so that no other is taken for it. */
  private static final String TYPE = "purser-checkpoint";

  private static final int MAX_BYTES = 4096;

  private final Path file;
  private final SealingKey key;
  private Optional<AuditHead> noted = Optional.empty();

  public Checkpoints(Path file, SealingKey key) {
    this.file = file;
    this.key = key;
  }

  /**
   * Writes down where the trail ends, unless that is what was written last.
   *
   * @param head only of what is safe on the disk already: the file must not know more than the
   *     books after a crash
   * @throws UncheckedIOException when it cannot be written; the older one stays
   */
  public synchronized void note(AuditHead head) {
    if (noted.equals(Optional.of(head))) {
      return;
    }
    Map<String, String> fields =
        Map.of("length", Long.toString(head.length()), "head", head.hash());
    try {
      PrivateFile.write(file, key.sign(TYPE, CanonicalJson.write(fields)) + "\n");
      noted = Optional.of(head);
    } catch (IOException e) {
      throw new UncheckedIOException(FileTrouble.sentence(e), e);
    }
  }

  /**
   * What is wrong with the books' history, in a sentence; empty when it goes on from the
   * checkpoint, or there is none yet.
   */
  public Optional<String> finding(AuditReader audit) {
    try {
      return read().map(this::opened).orElseGet(Opened::none).finding(audit);
    } catch (IOException e) {
      return Optional.of("the checkpoint cannot be read: " + FileTrouble.sentence(e));
    }
  }

  private Optional<String> read() throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(new String(in.readNBytes(MAX_BYTES), StandardCharsets.US_ASCII).strip());
    } catch (NoSuchFileException e) {
      LOG.info("There is no checkpoint at {} yet", file);
      return Optional.empty();
    }
  }

  private Opened opened(String text) {
    try {
      return key.publicKey()
          .opened(text, TYPE)
          .map(CanonicalJson::read)
          .map(
              fields ->
                  Opened.of(
                      new AuditHead(
                          Long.parseLong(String.valueOf(fields.get("length"))),
                          String.valueOf(fields.get("head")))))
          .orElseGet(this::notOurs);
    } catch (UncheckedIOException | NumberFormatException e) {
      return notOurs();
    }
  }

  private Opened notOurs() {
    return new Opened(
        Optional.empty(), Optional.of("this daemon's key has not signed the checkpoint " + file));
  }

  /** A checkpoint, or what is wrong with it, or neither. */
  private record Opened(Optional<AuditHead> head, Optional<String> fault) {
    static Opened none() {
      return new Opened(Optional.empty(), Optional.empty());
    }

    static Opened of(AuditHead head) {
      return new Opened(Optional.of(head), Optional.empty());
    }

    Optional<String> finding(AuditReader audit) {
      return fault.or(() -> head.flatMap(noted -> compared(noted, audit)));
    }

    private static Optional<String> compared(AuditHead noted, AuditReader audit) {
      Optional<String> there = audit.hashOf(noted.length());
      if (there.isEmpty()) {
        return Optional.of(
            "the trail ends before event %d, where it had been already: an older database was put"
                    .formatted(noted.length())
                + " back");
      }
      return there.get().equals(noted.hash())
          ? Optional.empty()
          : Optional.of(
              "event %d is another than it was: another database, or an older one that has gone on,"
                      .formatted(noted.length())
                  + " was put back");
    }
  }
}
