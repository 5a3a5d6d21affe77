package dev.purser.daemon.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a program makes the daemon's user, an operator, or one of their groups of whoever runs
 * it; and whether one makes root of them that came with no package.
 *
 * @param ours the daemon's user and the operators
 * @param groups gids of the daemon and of the operators
 */
record SetuidCheck(LocalFiles files, Packages packages, List<Person> ours, Set<Integer> groups)
    implements Check {
  private static final int SETUID = 04000;
  private static final int SETGID = 02000;
  private static final Pattern LINE =
      Pattern.compile("(\\d+) (\\d+) ([0-7]+) (/.*)", Pattern.DOTALL);

  @Override
  public String name() {
    return "setuid programs";
  }

  private record Special(int uid, int gid, int mode, String path) {
    boolean becomes(int user, int group) {
      return (uid == user && (mode & SETUID) != 0) || (gid == group && (mode & SETGID) != 0);
    }
  }

  @Override
  public List<Finding> look() throws IOException {
    LocalFiles.Found found = files.find("-perm", "/6000", "-printf", "\\0%U %G %m %p\\0");
    List<Special> all = specials(found.output());
    List<Finding> findings = new ArrayList<>(found.failures(name()));
    for (Person person : ours) {
      all.stream()
          .filter(file -> file.becomes(person.uid(), person.gid()))
          .findFirst()
          .ifPresent(
              file ->
                  findings.add(
                      Finding.fail(
                          name(),
                          "%s becomes %s or its group".formatted(file.path(), person.name()),
                          "chmod u-s,g-s " + file.path())));
    }
    all.stream()
        .filter(file -> (file.mode() & SETGID) != 0 && groups.contains(file.gid()))
        .findFirst()
        .ifPresent(
            file ->
                findings.add(
                    Finding.fail(
                        name(),
                        file.path() + " becomes a group of the daemon or of the operators",
                        "chmod g-s " + file.path())));
    List<String> roots =
        packages.without(
            all.stream().filter(file -> file.becomes(0, 0)).map(Special::path).toList());
    if (!roots.isEmpty()) {
      findings.add(
          Finding.warn(
              name(),
              "%s (of %d such) becomes root, and no package brought it"
                  .formatted(roots.get(0), roots.size()),
              "see what it is; chmod u-s,g-s " + roots.get(0)));
    }
    return findings.isEmpty()
        ? List.of(Finding.ok(name(), "none becomes the daemon's user or an operator"))
        : findings;
  }

  /** Each record between zeros: no file's name can look like another record. */
  private static List<Special> specials(String found) {
    return Stream.of(found.split("\0", -1))
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .map(
            line ->
                new Special(
                    Integer.parseUnsignedInt(line.group(1)),
                    Integer.parseUnsignedInt(line.group(2)),
                    Integer.parseInt(line.group(3), 8),
                    line.group(4)))
        .toList();
  }
}
