package dev.purser.daemon.setup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The users, groups and file owners of a machine. */
public interface Machine {
  boolean hasUser(String user) throws IOException;

  boolean hasGroup(String group) throws IOException;

  boolean isMember(String user, String group) throws IOException;

  /**
   * Runs a command of the system.
   *
   * @throws IOException with its own words when it fails
   */
  void run(List<String> words) throws IOException;

  /** Sets owner and mode of a file that is no symlink. */
  void give(Path path, Ownership ownership) throws IOException;

  /** How a file is owned; a symlink's own, not its target's. */
  Ownership ownershipOf(Path path) throws IOException;
}
