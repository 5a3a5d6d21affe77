package dev.purser.daemon.cli;

import dev.purser.daemon.processes.Detached;
import dev.purser.daemon.setup.Layout;
import dev.purser.daemon.wall.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * This very command again, as the daemon's user: what is the daemon's own is never written by root.
 */
final class DaemonsOwn {
  /** A database elsewhere may take its time to be made. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private DaemonsOwn() {}

  /**
   * Runs {@code purser} with these arguments; what it prints is printed.
   *
   * @param input for its standard input: arguments can be read by everybody
   */
  static void run(Layout layout, List<String> arguments, String input) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                "setpriv",
                "--reuid=" + layout.user(),
                "--regid=" + layout.user(),
                "--init-groups",
                "sh",
                "-c",
                "umask 077 && exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Program.classPath(),
                Purser.class.getName()));
    words.addAll(arguments);
    Detached.Ran ran = new Detached(PATIENCE).run(words, input + "\n");
    System.out.print(ran.output());
    System.out.flush();
    if (ran.exit() != 0) {
      throw new RefusedException("user " + layout.user() + " could not do its part; see above");
    }
  }
}
