package dev.purser.daemon.doctor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** This machine's own, in a directory that everybody may enter, and in English. */
final class SystemShell implements Shell {
  @Override
  public Ran run(List<String> words, String input) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(Path.of("/").toFile()).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
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
}
