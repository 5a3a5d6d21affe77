package dev.purser.daemon.database;

import java.nio.file.Path;

/** Where books can be kept. */
enum DatabaseKind {
  H2 {
    @Override
    Database open(Path directory) {
      return Database.open(DatabaseConfig.embedded(directory.resolve("books")));
    }
  },
  POSTGRESQL {
    @Override
    Database open(Path directory) {
      return Database.open(TestPostgres.emptyDatabase());
    }
  };

  /** Opens a database that nothing else has used. */
  abstract Database open(Path directory);
}
