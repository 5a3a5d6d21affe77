package dev.purser.daemon.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The jar that people run, where every user can read it. */
final class PurserJar {
  private PurserJar() {}

  private static final class Copied {
    static final Path JAR = copied();

    private static Path copied() {
      Path built = Path.of(System.getProperty("purser.jar", "target/purser.jar")).toAbsolutePath();
      if (!Files.exists(built)) {
        throw new IllegalStateException(built + " is missing: these tests follow 'package'");
      }
      Path directory = TestFiles.publicDirectory();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> TestFiles.removeAll(directory)));
      return TestFiles.copy(built, directory.resolve("purser.jar"));
    }
  }

  /** {@code java -jar purser.jar} and the arguments, with what makes a short life quick. */
  static Command command(OsUser user, String... arguments) {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-jar",
                Copied.JAR.toString()));
    words.addAll(List.of(arguments));
    return new Command(words).after(user.becoming());
  }
}
