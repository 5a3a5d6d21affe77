package dev.purser.daemon.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom a path may depend on: nobody else may own a part of it or write one. A symlink is its
 * owner's; a directory that others may write is let pass on the way if it is sticky, as /tmp is,
 * since they cannot touch there what is not theirs.
 *
 * @param owners uids that may own a part
 */
public record PathGuard(Set<Integer> owners) {
  private static final int ROOT = 0;

  public PathGuard {
    owners = Set.copyOf(owners);
  }

  /** For what nobody but root may change: not even the daemon's user. */
  public static PathGuard root() {
    return new PathGuard(Set.of(ROOT));
  }

  /** For what a user keeps for itself. */
  public static PathGuard rootAnd(int uid) {
    return new PathGuard(Set.copyOf(List.of(ROOT, uid)));
  }

  /**
   * The first part of the path that somebody else could change. Of a path that is not there, the
   * directory that it would be made in counts.
   */
  public Optional<Exposure> exposureOf(Path path) {
    return looked(path, () -> exposed(PathSteps.of(path.toAbsolutePath()), false));
  }

  /** The same, but what is at its end may be a directory that anybody may add to, as /tmp is. */
  public Optional<Exposure> exposureOnTheWayTo(Path directory) {
    return looked(directory, () -> exposed(PathSteps.of(directory.toAbsolutePath()), true));
  }

  /** The same for a directory and everything below it, through symlinks, too. */
  public Optional<Exposure> exposureOfTree(Path directory) {
    return exposureOf(directory)
        .or(
            () ->
                looked(
                    directory,
                    () -> {
                      try (Stream<Path> all = Files.walk(directory.toRealPath())) {
                        return all.flatMap(part -> withinTree(part).stream()).findFirst();
                      }
                    }));
  }

  /**
   * That somebody besides its owner can read it, or, of a directory, enter it. Nothing that is not
   * there.
   */
  public static Optional<Exposure> readableByOthers(Path path) {
    return looked(
        path,
        () -> {
          if (Files.notExists(path) || !FileOwner.of(path.toRealPath()).isOpenToOthers()) {
            return Optional.empty();
          }
          return Optional.of(
              new Exposure(
                  path, path + " is open to its group or to others", "chmod go-rwx " + path));
        });
  }

  /** The way to the tree has been looked at; what leads out of it has not. */
  private Optional<Exposure> withinTree(Path part) {
    return Files.isSymbolicLink(part)
        ? exposureOf(part)
        : looked(part, () -> exposed(part, FileOwner.of(part), false));
  }

  private Optional<Exposure> exposed(List<Path> steps, boolean endIsOnTheWay) throws IOException {
    int last = steps.size() - 1;
    for (int step = 0; step <= last; step++) {
      Path part = steps.get(step);
      Optional<Exposure> found = exposed(part, FileOwner.of(part), endIsOnTheWay || step < last);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Exposure> exposed(Path part, FileOwner owner, boolean onTheWay) {
    boolean isLink = Files.isSymbolicLink(part);
    if (!owners.contains(owner.uid())) {
      return Optional.of(othersOwn(part, owner, isLink));
    }
    if (isLink || !owner.isWritableByOthers() || (onTheWay && owner.isSticky())) {
      return Optional.empty();
    }
    return Optional.of(
        new Exposure(
            part, part + " can be written by its group or by others", "chmod g-w,o-w " + part));
  }

  private Exposure othersOwn(Path part, FileOwner owner, boolean isLink) {
    String kind =
        isLink
            ? "symlink"
            : Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS) ? "directory" : "file";
    String trusted =
        owners.stream().sorted().map(String::valueOf).collect(Collectors.joining(" or "));
    return new Exposure(
        part,
        "%s is a %s of another user (uid %d), not of uid %s"
            .formatted(part, kind, owner.uid(), trusted),
        "give it to root with chown -h root %s, or remove it".formatted(part));
  }

  private interface Look {
    Optional<Exposure> look() throws IOException;
  }

  /** What cannot be looked at cannot be relied on. */
  private static Optional<Exposure> looked(Path path, Look look) {
    try {
      return look.look();
    } catch (IOException e) {
      return Optional.of(
          new Exposure(
              path,
              "%s cannot be looked at (%s)".formatted(path, e.getClass().getSimpleName()),
              "see that every directory on the way to it lets the daemon's user pass"));
    }
  }
}
