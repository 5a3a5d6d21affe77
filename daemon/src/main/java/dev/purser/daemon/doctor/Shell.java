package dev.purser.daemon.doctor;

import java.io.IOException;
import java.util.List;

/** Runs commands of the system. */
interface Shell {

  /**
   * Runs one to its end.
   *
   * @param input for its standard input
   * @throws IOException when there is no such command
   */
  Ran run(List<String> words, String input) throws IOException;

  /** What it printed, errors too, and how it ended. */
  record Ran(int exit, String output) {}

  default Ran run(String... words) throws IOException {
    return run(List.of(words), "");
  }
}
