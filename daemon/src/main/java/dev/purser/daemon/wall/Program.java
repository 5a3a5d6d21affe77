package dev.purser.daemon.wall;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is executed: our jar, the JDK, and the unit that says how. */
public final class Program {
  private static final List<Path> UNITS =
      List.of(
          Path.of("/etc/systemd/system/purser.service"),
          Path.of("/etc/systemd/system/purser.service.d"),
          Path.of("/usr/lib/systemd/system/purser.service"),
          Path.of("/usr/lib/systemd/system/purser.service.d"),
          Path.of("/lib/systemd/system/purser.service"),
          Path.of("/lib/systemd/system/purser.service.d"));

  private static final int ROOT = 0;

  private Program() {}

  /** Our own jar, or, while it is being developed, the directory of classes. */
  public static Path jar() {
    try {
      return Path.of(Program.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Refuses to go on from a program that somebody else could change.
   *
   * @throws BreachedWallException naming the first such path, and the fix
   */
  public static void requireGuarded() {
    Wall.requireGuarded(parts().toList(), ROOT);
  }

  /** For a Java of our own in another directory. */
  public static String classPath() {
    return classes().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Stream<Path> classes() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(part -> !part.isEmpty())
        .map(part -> Path.of(part).toAbsolutePath());
  }

  static Stream<Guarded> parts() {
    return Stream.of(
            classes().map(part -> rootsTree("program", part)),
            Stream.of(rootsTree("JDK", Path.of(System.getProperty("java.home")))),
            UNITS.stream().map(Program::unit))
        .flatMap(parts -> parts);
  }

  /** Of one that is not there, the directory that somebody could put it into counts. */
  private static Guarded unit(Path path) {
    return new Guarded(
        "systemd unit",
        path,
        Files.exists(path) ? Protection.ROOT_ONLY_TREE : Protection.ROOT_ONLY);
  }

  private static Guarded rootsTree(String what, Path path) {
    return new Guarded(what, path, Protection.ROOT_ONLY_TREE);
  }
}
