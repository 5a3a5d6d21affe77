package dev.purser.daemon.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.SettableClock;
import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.audit.AuditReader;
import dev.purser.daemon.database.Database;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.ledger.BooksWriter;
import dev.purser.daemon.seals.SealingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @OnEachDatabase
  void aHistoryThatGoesOnIsAsItWas(Database database) throws IOException {
    assertThat(finding(database)).isEmpty();
    write(database, 3);
    write(database, 2);

    assertThat(finding(database)).isEmpty();
    assertThat(Files.getPosixFilePermissions(file())).hasSize(2);
  }

  @OnEachDatabase
  void aShorterHistoryIsSeen(Database database) throws IOException {
    write(database, 3);
    database.jdbi().useHandle(handle -> handle.execute("delete from audit_events where seq > 2"));

    assertThat(finding(database)).hasValueSatisfying(text -> assertThat(text).contains("event 3"));
  }

  /** An older database that has been used again is as long, but it is another. */
  @OnEachDatabase
  void aHistoryThatWentAnotherWayIsSeen(Database database) throws IOException {
    write(database, 3);
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute("update audit_events set hash = repeat('0', 64) where seq = 3"));

    assertThat(finding(database))
        .hasValueSatisfying(text -> assertThat(text).contains("event 3 is another"));
  }

  @OnEachDatabase
  void whatTheKeyHasNotSignedIsSeen(Database database) throws IOException {
    write(database, 1);
    String signed = Files.readString(file());
    for (String forged : new String[] {"", "x", signed.replaceFirst("^.", "f"), "{}"}) {
      Files.writeString(file(), forged);

      assertThat(finding(database)).as(forged).isPresent();
    }
    Files.delete(directory.resolve("key"));
    Files.writeString(file(), signed);
    assertThat(finding(database)).as("another key").isPresent();
  }

  @OnEachDatabase
  void aLinkIsNotFollowed(Database database) throws IOException {
    write(database, 1);
    Files.move(file(), directory.resolve("elsewhere"));
    Files.createSymbolicLink(file(), directory.resolve("elsewhere"));

    assertThat(finding(database)).isPresent();
  }

  private Optional<String> finding(Database database) throws IOException {
    return checkpoints().finding(new AuditReader(database.jdbi()));
  }

  private void write(Database database, int events) throws IOException {
    SettableClock clock = new SettableClock(Instant.parse("2026-11-23T10:00:00Z"));
    try (BooksWriter writer = BooksWriter.start(database, clock)) {
      for (int event = 0; event < events; event++) {
        writer.change(
            open -> {
              open.record(AuditEntry.of("test", "daemon", Map.of()));
              return true;
            });
      }
      checkpoints().note(writer.synced().orElseThrow());
    }
  }

  private Checkpoints checkpoints() throws IOException {
    return new Checkpoints(file(), SealingKey.inFile(directory.resolve("key"), new SecureRandom()));
  }

  private Path file() {
    return directory.resolve("checkpoint");
  }
}
