package dev.purser.daemon.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** {@code purser-agent} as it is installed: launcher, jar and class archive, for every user. */
final class AgentCommand {
  private final OsUser user;
  private final Path socket;

  AgentCommand(OsUser user, Path socket) {
    this.user = user;
    this.socket = socket;
  }

  private static final class Installed {
    static final Path LAUNCHER = installed();

    private static Path installed() {
      Path built =
          Path.of(System.getProperty("purser-agent.jar", "../agent-api/target/purser-agent.jar"))
              .toAbsolutePath()
              .normalize();
      if (!Files.exists(built)) {
        throw new IllegalStateException(built + " is missing: these tests follow 'package'");
      }
      Path directory = TestFiles.publicDirectory();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> TestFiles.removeAll(directory)));
      TestFiles.copy(built, directory.resolve("purser-agent.jar"));
      Path scripts = Path.of("../agent-api/src/main/sh").toAbsolutePath();
      script(scripts, directory, "purser-agent-archive");
      Command.of(directory.resolve("purser-agent-archive").toString()).run().orFail();
      return script(scripts, directory, "purser-agent");
    }

    private static Path script(Path from, Path to, String name) {
      Path copy = TestFiles.copy(from.resolve(name), to.resolve(name));
      try {
        return Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static Path directory() {
    return Installed.LAUNCHER.getParent();
  }

  /** What an MCP client is configured with. */
  List<String> mcp() {
    return words("mcp", "--socket", socket.toString());
  }

  Command.Ran run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--socket=" + socket);
    return new Command(words(all.toArray(String[]::new))).run();
  }

  private List<String> words(String... arguments) {
    return user.command(concat(Installed.LAUNCHER.toString(), arguments)).words();
  }

  private static String[] concat(String first, String... rest) {
    List<String> words = new ArrayList<>(List.of(first));
    words.addAll(List.of(rest));
    return words.toArray(String[]::new);
  }
}
