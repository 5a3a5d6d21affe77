package dev.purser.daemon.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the file, taken while the daemon runs, is what {@code kill -9} leaves behind. */
class CrashRecoveryTest {
  private static final int CRASHES = 60;
  private static final int LONGEST_TEXT = 40_000;

  private final Random random = new Random(7);
  private final Path dir;

  CrashRecoveryTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void whateverWasSyncedIsThereAfterACrashAtAnyMoment() throws IOException {
    try (Database database = Database.open(at("running"))) {
      database.jdbi().useHandle(handle -> prepare(database, handle));

      for (int change = 1; change <= CRASHES; change++) {
        change(database, change);
        assertThat(lastChangeAfterACrash()).isEqualTo(change);
      }
    }
  }

  /** Space is reused at once, which otherwise begins after 45 s. */
  private static void prepare(Database database, Handle handle) {
    handle.execute("set retention_time 0");
    handle.execute(
        "create table changes (place integer primary key, number integer, text varchar)");
    database.sync(handle);
  }

  private void change(Database database, int number) {
    String text = "x".repeat(random.nextInt(LONGEST_TEXT));
    database
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute("delete from changes where place = ?", number % 10);
              handle.execute("insert into changes values (?, ?, ?)", number % 10, number, text);
              database.sync(handle);
            });
  }

  private int lastChangeAfterACrash() throws IOException {
    Path crashed = dir.resolve("crashed.mv.db");
    Files.copy(dir.resolve("running.mv.db"), crashed);
    try (Database database = Database.open(at("crashed"))) {
      return database
          .jdbi()
          .withHandle(
              handle ->
                  handle.createQuery("select max(number) from changes").mapTo(Integer.class).one());
    } finally {
      Files.delete(crashed);
    }
  }

  private DatabaseConfig at(String name) {
    return DatabaseConfig.embedded(dir.resolve(name));
  }
}
