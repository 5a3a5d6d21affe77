package dev.purser.daemon.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A command that comes to its end by itself. */
record Command(List<String> words) {
  private static final Executor AFTER_TOO_LONG =
      CompletableFuture.delayedExecutor(120, TimeUnit.SECONDS);

  Command {
    words = List.copyOf(words);
  }

  static Command of(String... words) {
    return new Command(List.of(words));
  }

  /** What it printed, and how it ended. */
  record Ran(int exit, String out, String err) {
    /** The output of a command that must work. */
    String orFail() {
      if (exit != 0) {
        throw new IllegalStateException("exit " + exit + ": " + err + out);
      }
      return out;
    }
  }

  /** Other words before these, such as those that make another user of us. */
  Command after(List<String> first) {
    List<String> all = new ArrayList<>(first);
    all.addAll(words);
    return new Command(all);
  }

  Ran run() {
    return runWith("");
  }

  /** With something to read on standard input. */
  Ran runWith(String input) {
    try {
      Path err = Files.createTempFile("purser-e2e-", ".err");
      try {
        Process process = start(err);
        AFTER_TOO_LONG.execute(process::destroyForcibly);
        try (OutputStream in = process.getOutputStream()) {
          in.write(input.getBytes(UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ran(process.waitFor(), out, Files.readString(err));
      } finally {
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  // In the root directory, because there are directories that not every user may enter.
  private Process start(Path err) throws IOException {
    return new ProcessBuilder(words)
        .directory(Path.of("/").toFile())
        .redirectError(err.toFile())
        .start();
  }
}
