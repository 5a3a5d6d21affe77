package dev.purser.daemon.wall;

import dev.purser.daemon.files.Exposure;
import dev.purser.daemon.files.PathGuard;
import java.nio.file.Path;
import java.util.Optional;

/** How a file that the daemon relies on has to be kept. */
enum Protection {
  /** Only root changes it. Not the daemon's user either: it must not widen its own policy. */
  ROOT_ONLY {
    @Override
    Optional<Exposure> exposureOf(Path path, int daemon) {
      return PathGuard.root().exposureOf(path);
    }
  },

  /** The same, with all that lies below it. */
  ROOT_ONLY_TREE {
    @Override
    Optional<Exposure> exposureOf(Path path, int daemon) {
      return PathGuard.root().exposureOfTree(path);
    }
  },

  /** The daemon's own, or root's: nobody else changes it. */
  OWN {
    @Override
    Optional<Exposure> exposureOf(Path path, int daemon) {
      return PathGuard.rootAnd(daemon).exposureOf(path);
    }
  },

  /** The daemon's own, or root's: nobody else changes it, reads it or enters it. */
  PRIVATE {
    @Override
    Optional<Exposure> exposureOf(Path path, int daemon) {
      return PathGuard.rootAnd(daemon).exposureOf(path).or(() -> PathGuard.readableByOthers(path));
    }
  };

  abstract Optional<Exposure> exposureOf(Path path, int daemon);
}
