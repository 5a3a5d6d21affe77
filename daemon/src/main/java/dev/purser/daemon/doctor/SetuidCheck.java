package dev.purser.daemon.doctor;

import dev.purser.daemon.files.FileOwner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a program makes the daemon's user of whoever runs it.
 *
 * @param places directories of programs
 * @param daemon its uid
 */
record SetuidCheck(List<Path> places, int daemon) implements Check {
  private static final int SETUID = 04000;

  static final List<Path> USUAL =
      List.of(
          Path.of("/usr/bin"),
          Path.of("/usr/sbin"),
          Path.of("/usr/local/bin"),
          Path.of("/usr/local/sbin"),
          Path.of("/opt"),
          Path.of("/usr/lib"),
          Path.of("/usr/libexec"),
          Path.of("/usr/share/purser"));

  @Override
  public String name() {
    return "setuid programs";
  }

  @Override
  public List<Finding> look() throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path place : places) {
      try (Stream<Path> files = Files.isDirectory(place) ? Files.list(place) : Stream.empty()) {
        for (Path file : files.toList()) {
          FileOwner owner = FileOwner.of(file);
          if (owner.uid() == daemon && (owner.mode() & SETUID) != 0) {
            found.add(file);
          }
        }
      }
    }
    return List.of(
        found.isEmpty()
            ? Finding.ok(name(), "none becomes the daemon's user")
            : Finding.fail(name(), found.get(0) + " becomes it", "chmod u-s " + found.get(0)));
  }
}
