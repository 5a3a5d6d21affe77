package dev.purser.daemon.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the machine's packages brought. */
record Packages(Shell shell) {
  private static final String MERGED = "/usr";

  /** Those of the files that no package brought; all of them on a machine without dpkg. */
  List<String> without(List<String> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    Set<String> known = known(files);
    return files.stream()
        .filter(file -> !known.contains(file) && !known.contains(unmerged(file)))
        .toList();
  }

  private Set<String> known(List<String> files) {
    List<String> words = new ArrayList<>(List.of("dpkg", "-S"));
    files.forEach(file -> words.addAll(List.of(file, unmerged(file))));
    Set<String> known = new HashSet<>();
    try {
      shell
          .run(words, "")
          .output()
          .lines()
          .filter(line -> !line.startsWith("dpkg-query:") && line.contains(": /"))
          .forEach(line -> known.add(line.substring(line.indexOf(": /") + 2)));
    } catch (IOException e) {
      // No dpkg: nobody vouches for any.
    }
    return known;
  }

  /** /usr/bin/su is /bin/su to a package from before the two became one. */
  private static String unmerged(String file) {
    return file.startsWith(MERGED + "/") ? file.substring(MERGED.length()) : file;
  }
}
