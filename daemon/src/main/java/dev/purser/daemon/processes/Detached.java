package dev.purser.daemon.processes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs commands in a directory that everybody may enter, and in English. What is run may be or
 * become another user's process, so it gets nothing of ours: no terminal, into which it could type
 * for root, no environment, and no more time than this.
 *
 * @param patience for one command; when it is over, the command is killed and its exit is 137
 */
public record Detached(Duration patience) {
  private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  /** What it printed, errors too, and how it ended. */
  public record Ran(int exit, String output) {}

  /**
   * Runs one to its end.
   *
   * @param input for its standard input
   * @throws IOException when there is no such command
   */
  public Ran run(List<String> words, String input) throws IOException {
    requireCommand(words.get(0));
    ProcessBuilder builder =
        new ProcessBuilder(detached(words))
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", PATH);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It ended without reading; how it ended says why.
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Ran(process.waitFor(), output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + words.get(0), e);
    }
  }

  /** In a session of its own, which has no terminal; the clock stays with us. */
  private List<String> detached(List<String> words) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "timeout",
                "--signal=KILL",
                Long.toString(patience.toSeconds()),
                "setsid",
                "--wait",
                "--"));
    all.addAll(words);
    return all;
  }

  private static void requireCommand(String command) throws IOException {
    if (Stream.of(PATH.split(":", -1))
        .noneMatch(place -> Files.isExecutable(Path.of(place).resolve(command)))) {
      throw new IOException("there is no command " + command);
    }
  }
}
