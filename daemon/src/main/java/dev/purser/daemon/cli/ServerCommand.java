package dev.purser.daemon.cli;

import dev.purser.daemon.PurserDaemon;
import dev.purser.daemon.files.FileTrouble;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "server", description = "Runs the daemon until it is stopped.")
final class ServerCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description = "purser.yml",
      defaultValue = "/etc/purser/purser.yml")
  private Path file = Path.of("/etc/purser/purser.yml");

  @Override
  public Integer call() throws Exception {
    Optional<String> trouble = FileTrouble.withReading(file);
    if (trouble.isPresent()) {
      throw new RefusedException("not started: " + trouble.get());
    }
    new PurserDaemon(budgets -> {}).run("server", file.toString());
    return 0;
  }
}
