package dev.purser.daemon.cli;

import dev.purser.daemon.setup.Layout;
import dev.purser.daemon.wall.Program;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * This very command again, as the daemon's user: what is the daemon's own is never written by root.
 */
final class DaemonsOwn {
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
                // Without root's terminal, into which another user could type for root.
                "setsid",
                "--wait",
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
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(Path.of("/").toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write((input + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It ended without reading; how it ended says why.
    }
    process.getInputStream().transferTo(System.out);
    System.out.flush();
    if (exit(process) != 0) {
      throw new RefusedException("user " + layout.user() + " could not do its part; see above");
    }
  }

  private static int exit(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
