package dev.purser.daemon.files;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Follows a path as the kernel does, and remembers every directory and symlink on the way: whoever
 * may change one of them decides where the path leads.
 */
final class PathSteps {
  /** The kernel's own limit. */
  private static final int MAX_SYMLINKS = 40;

  private final List<Path> steps = new ArrayList<>();
  private final Deque<Path> ahead = new ArrayDeque<>();
  private final Path wanted;
  private Path here;
  private int symlinks;

  private PathSteps(Path wanted) {
    this.wanted = wanted;
    this.here = rootOf(wanted);
  }

  /**
   * All that has a say in where the path leads, from the root on; what the path leads to is the
   * last one. Where something is missing, the directory that it is missing from is the last.
   *
   * @param path absolute
   */
  static List<Path> of(Path path) throws IOException {
    PathSteps walk = new PathSteps(path);
    walk.steps.add(walk.here);
    walk.path(path);
    while (!walk.ahead.isEmpty()) {
      if (!walk.step(walk.ahead.removeFirst())) {
        break;
      }
    }
    return walk.steps;
  }

  private boolean step(Path name) throws IOException {
    switch (name.toString()) {
      case "", "." -> {
        return true;
      }
      case ".." -> {
        here = here.getParent() == null ? here : here.getParent();
        return true;
      }
      default -> {
        return enter(here.resolve(name));
      }
    }
  }

  private boolean enter(Path next) throws IOException {
    if (Files.notExists(next, LinkOption.NOFOLLOW_LINKS)) {
      steps.add(here);
      return false;
    }
    steps.add(next);
    if (Files.isSymbolicLink(next)) {
      follow(next);
    } else {
      here = next;
    }
    return true;
  }

  private void follow(Path symlink) throws IOException {
    symlinks++;
    if (symlinks > MAX_SYMLINKS) {
      throw new FileSystemLoopException(wanted.toString());
    }
    Path target = Files.readSymbolicLink(symlink);
    if (target.isAbsolute()) {
      here = rootOf(target);
    }
    path(target);
  }

  private void path(Path path) {
    for (int name = path.getNameCount() - 1; name >= 0; name--) {
      ahead.addFirst(path.getName(name));
    }
  }

  private static Path rootOf(Path path) {
    Path root = path.getRoot();
    if (root == null) {
      throw new IllegalArgumentException(path + " is not absolute");
    }
    return root;
  }
}
