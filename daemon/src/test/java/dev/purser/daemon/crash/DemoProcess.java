package dev.purser.daemon.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code purser demo} as a process of its own. */
final class DemoProcess implements AutoCloseable {
  private static final Path JAR = Path.of("target", "purser.jar").toAbsolutePath();

  private final Process process;

  private DemoProcess(Process process) {
    this.process = process;
  }

  /** Starts it and waits until it says that it is ready. */
  static DemoProcess start(Path directory, int port) throws IOException {
    assertThat(JAR).as("built by the package phase").exists();
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            JAR.toString(),
            "demo",
            "--dir",
            directory.toString(),
            "--port",
            Integer.toString(port));
    Path errors = directory.resolveSibling(directory.getFileName() + ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
            .start();
    DemoProcess demo = new DemoProcess(process);
    demo.awaitReady(errors);
    return demo;
  }

  /** {@code kill -9}, and waits until it is gone. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  private void awaitReady(Path errors) throws IOException {
    BufferedReader out = process.inputReader();
    StringBuilder said = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith("Stop with Ctrl-C")) {
        return;
      }
    }
    throw new AssertionError("it ended: " + said + Files.readString(errors));
  }
}
