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

  /** The same, with its errors apart. */
  default Ran apart(List<String> words) throws IOException {
    return run(words, "");
  }

  /**
   * What it printed and how it ended.
   *
   * @param errors nothing, unless they were asked for apart; else they are in the output
   */
  record Ran(int exit, String output, String errors) {
    Ran(int exit, String output) {
      this(exit, output, "");
    }
  }

  default Ran run(String... words) throws IOException {
    return run(List.of(words), "");
  }
}
