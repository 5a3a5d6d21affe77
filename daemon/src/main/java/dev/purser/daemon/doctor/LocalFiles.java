package dev.purser.daemon.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All files of this machine's own disks, without following symlinks. Each directory at the top is
 * looked at by itself: who can make the search give up in one does not hide what is in another.
 *
 * @param top where to begin, such as {@code /}
 */
record LocalFiles(Shell shell, Path top) {
  /** From here on, a command's exit says that a signal or the lack of patience ended it. */
  private static final int ENDED_BY_SIGNAL = 124;

  /** What {@code find} and what runs it say when there is more than they have looked at. */
  private static final List<String> GAVE_UP =
      List.of(
          "failed to read file names",
          "memory exhausted",
          "terminated by signal",
          "did not exit normally");

  /** Others answer for these, or they are none. */
  private static final List<String> NOT_OURS =
      List.of(
          "proc",
          "sysfs",
          "devtmpfs",
          "devpts",
          "cgroup2",
          "autofs",
          "nfs",
          "nfs4",
          "cifs",
          "smb3",
          "9p",
          "ceph",
          "fuse",
          "fuse.sshfs",
          "fuse.rclone",
          "afs");

  /**
   * What there is.
   *
   * @param output of {@code find} about regular files
   * @param unseen directories in which the search gave up, so that nobody can tell
   */
  record Found(String output, List<Path> unseen) {

    /** A failure for each directory that nobody can tell about. */
    List<Finding> failures(String check) {
      return unseen.stream()
          .map(
              directory ->
                  Finding.fail(
                      check,
                      "nobody can tell: looking at all files of %s took too long or gave up"
                          .formatted(directory),
                      "end what changes files there, and try again"))
          .toList();
    }
  }

  /** Looks at all of them with an expression of {@code find}. */
  Found find(String... expression) throws IOException {
    StringBuilder output = new StringBuilder();
    List<Path> unseen = new ArrayList<>();
    List<Path> places = new ArrayList<>(List.of(top));
    places.addAll(directories());
    for (Path place : places) {
      Shell.Ran ran = shell.apart(words(place, expression));
      output.append(ran.output());
      if (hasGivenUp(ran)) {
        unseen.add(place);
      }
    }
    return new Found(output.toString(), unseen);
  }

  private List<Path> directories() throws IOException {
    try (Stream<Path> all = Files.list(top)) {
      return all.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    }
  }

  private List<String> words(Path place, String... expression) {
    List<String> words = new ArrayList<>(List.of("find", place.toString()));
    if (place.equals(top)) {
      words.addAll(List.of("-maxdepth", "1"));
    }
    words.add("(");
    for (String type : NOT_OURS) {
      words.addAll(List.of("-fstype", type, "-o"));
    }
    words.addAll(List.of("-false", ")", "-prune", "-o", "-type", "f"));
    words.addAll(List.of(expression));
    return words;
  }

  private static boolean hasGivenUp(Shell.Ran ran) {
    return ran.exit() >= ENDED_BY_SIGNAL || GAVE_UP.stream().anyMatch(ran.errors()::contains);
  }
}
