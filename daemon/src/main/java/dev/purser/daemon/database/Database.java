package dev.purser.daemon.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** The opened database, its schema up to date. */
public final class Database implements AutoCloseable {
  /**
   * WRITE_DELAY=0 writes at each commit: H2's default acknowledges half a second of work that
   * {@code kill -9} then loses. No AUTO_SERVER, no TCP: nobody else is to open this file. A month
   * is a keyword to H2 and a column to us.
   */
  private static final String H2_SETTINGS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
          + ";DB_CLOSE_ON_EXIT=FALSE;NON_KEYWORDS=MONTH";

  private static final int CONNECTIONS = 8;

  private final HikariDataSource source;
  private final Jdbi jdbi;
  private final boolean embedded;

  private Database(HikariDataSource source, boolean embedded) {
    this.source = source;
    this.embedded = embedded;
    this.jdbi =
        Jdbi.create(source)
            .installPlugin(new SqlObjectPlugin())
            .registerArgument(new InstantArguments())
            .registerArgument(new UuidArguments())
            .registerColumnMapper(new InstantMapper());
  }

  /**
   * Opens the database, making it if there is none, and migrates its schema.
   *
   * @throws DatabaseUnavailableException when it is in use, or not there, or another's
   */
  public static Database open(DatabaseConfig config) {
    HikariDataSource source = connect(settings(config), config);
    try {
      Flyway.configure().dataSource(source).load().migrate();
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
    return new Database(source, config.isEmbedded());
  }

  private static HikariConfig settings(DatabaseConfig config) {
    HikariConfig hikari = new HikariConfig();
    hikari.setMaximumPoolSize(CONNECTIONS);
    hikari.setPoolName("books");
    if (config.isEmbedded()) {
      makePrivateDirectory(config.file());
      CrashRecovery.run(config.file());
      hikari.setJdbcUrl("jdbc:h2:file:" + config.file() + H2_SETTINGS);
      hikari.setUsername("purser");
    } else {
      hikari.setJdbcUrl(config.url());
      config.user().ifPresent(hikari::setUsername);
      config.passwordFile().map(Database::readPassword).ifPresent(hikari::setPassword);
    }
    return hikari;
  }

  private static HikariDataSource connect(HikariConfig settings, DatabaseConfig config) {
    try {
      return new HikariDataSource(settings);
    } catch (HikariPool.PoolInitializationException e) {
      throw new DatabaseUnavailableException(
          config.isEmbedded()
              ? "the database %s cannot be opened; is another daemon running on it?"
                  .formatted(config.file())
              : "the database %s cannot be reached with that user and password"
                  .formatted(config.url()),
          e);
    }
  }

  public Jdbi jdbi() {
    return jdbi;
  }

  /**
   * Returns when all that was committed is on the disk. PostgreSQL has already seen to it when it
   * answers a commit; H2 has handed it to the operating system and no further.
   */
  public void sync(Handle handle) {
    if (embedded) {
      handle.execute("checkpoint sync");
    }
  }

  @Override
  public void close() {
    source.close();
  }

  /** H2 makes its files readable by all, so the directory keeps others out. */
  private static void makePrivateDirectory(Path file) {
    Path directory = file.getParent();
    if (directory == null || Files.isDirectory(directory)) {
      return;
    }
    try {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the database's directory " + directory, e);
    }
  }

  private static String readPassword(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the database password from " + file, e);
    }
  }
}
