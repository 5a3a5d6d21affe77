package dev.purser.daemon.database;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the books are kept.
 *
 * @param url {@code h2:PATH} for the embedded database, a file without its ending, or {@code
 *     jdbc:postgresql://…}
 * @param user for PostgreSQL
 * @param passwordFile for PostgreSQL: a file that only the daemon can read
 */
public record DatabaseConfig(
    @NotNull
        @Pattern(
            regexp = "h2:.+|jdbc:postgresql:.+",
            message = "must be h2:PATH or jdbc:postgresql://…")
        String url,
    Optional<String> user,
    Optional<Path> passwordFile) {
  private static final String H2 = "h2:";

  public DatabaseConfig {
    user = user == null ? Optional.empty() : user;
    passwordFile = passwordFile == null ? Optional.empty() : passwordFile;
  }

  /** An embedded database in this file. */
  public static DatabaseConfig embedded(Path file) {
    return new DatabaseConfig(H2 + file, Optional.empty(), Optional.empty());
  }

  /** The directory that the embedded database lies in; empty for PostgreSQL. */
  public Optional<Path> directory() {
    return isEmbedded() ? Optional.ofNullable(file().getParent()) : Optional.empty();
  }

  boolean isEmbedded() {
    return url.startsWith(H2);
  }

  /** The embedded database's file, without its ending. */
  Path file() {
    return Path.of(url.substring(H2.length())).toAbsolutePath();
  }
}
