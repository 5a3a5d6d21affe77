package dev.purser.daemon.doctor;

import dev.purser.daemon.files.Exposure;
import dev.purser.daemon.wall.Guarded;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files that the daemon looks at before it starts, each kind of them in a row.
 *
 * @param daemon its uid
 */
record WallCheck(List<Guarded> footprint, int daemon) implements Check {
  @Override
  public String name() {
    return "files";
  }

  @Override
  public List<Finding> look() {
    Map<String, Finding> byKind = new TreeMap<>();
    for (Guarded part : footprint) {
      Optional<Exposure> exposure = part.exposure(daemon);
      Finding finding =
          exposure
              .map(open -> Finding.fail(part.what(), open.fact(), open.fix()))
              .orElseGet(() -> Finding.ok(part.what(), part.path() + " is out of reach"));
      byKind.merge(part.what(), finding, WallCheck::worse);
    }
    return List.copyOf(byKind.values());
  }

  private static Finding worse(Finding one, Finding other) {
    return other.level().compareTo(one.level()) > 0 ? other : one;
  }
}
