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

  /**
   * What it printed and how it ended.
   *
   * @param errors nothing, unless they were asked for apart; else they are in the output
   */
  public record Ran(int exit, String output, String errors) {}

  /**
   * Runs one to its end.
   *
   * @param input for its standard input
   * @throws IOException when there is no such command
   */
  public Ran run(List<String> words, String input) throws IOException {
    Process process = builder(words).redirectErrorStream(true).start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It ended without reading; how it ended says why.
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(exitOf(process, words), output, "");
  }

  /**
   * The same, without input, and with its errors apart: no name of a file in one can be taken for
   * output.
   *
   * @throws IOException when there is no such command
   */
  public Ran apart(List<String> words) throws IOException {
    Path errors = Files.createTempFile("errors", null);
    try {
      Process process =
          builder(words)
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectError(errors.toFile())
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = exitOf(process, words);
      return new Ran(exit, output, new String(Files.readAllBytes(errors), StandardCharsets.UTF_8));
    } finally {
      Files.delete(errors);
    }
  }

  private ProcessBuilder builder(List<String> words) throws IOException {
    requireCommand(words.get(0));
    ProcessBuilder builder = new ProcessBuilder(detached(words)).directory(Path.of("/").toFile());
    builder.environment().clear();
    builder.environment().put("PATH", PATH);
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  private static int exitOf(Process process, List<String> words) throws IOException {
    try {
      return process.waitFor();
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
