package dev.purser.daemon.database;

import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Finds the newest whole version in an H2 file. After a crash H2 looks where the file's header
 * points, and goes on from there; but it writes the header one version late, so that, once it
 * reuses space inside the file, committed and flushed versions after that one are not found and
 * later overwritten. Reading the whole file finds them, and closing it puts the header right.
 */
final class CrashRecovery {
  private static final String ENDING = ".mv.db";
  private static final int WITHOUT_COMPACTING = 0;

  private CrashRecovery() {}

  /**
   * Before H2 opens the file; does nothing where there is none. Reads all of it: about a second for
   * a gigabyte.
   *
   * @param file without its ending
   * @throws DatabaseUnavailableException when another process has it open, or nothing whole is in
   *     it
   */
  static void run(Path file) {
    Path stored = file.resolveSibling(file.getFileName() + ENDING);
    if (!Files.exists(stored)) {
      return;
    }
    try {
      new MVStore.Builder()
          .fileName(stored.toString())
          .recoveryMode()
          .autoCommitDisabled()
          .autoCompactFillRate(0)
          .open()
          .close(WITHOUT_COMPACTING);
    } catch (MVStoreException e) {
      throw new DatabaseUnavailableException(
          "the database %s cannot be opened; is another daemon running on it?".formatted(file), e);
    }
  }
}
