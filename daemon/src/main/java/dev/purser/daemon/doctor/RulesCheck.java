package dev.purser.daemon.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether polkit's or doas's rules name the agent's user: who is named there is seldom named to be
 * kept out.
 *
 * @param places files, or directories of files
 */
record RulesCheck(List<Path> places, String agent) implements Check {
  static final List<Path> USUAL =
      List.of(
          Path.of("/etc/polkit-1/rules.d"),
          Path.of("/etc/polkit-1/localauthority"),
          Path.of("/usr/share/polkit-1/rules.d"),
          Path.of("/etc/doas.conf"));

  @Override
  public String name() {
    return "polkit and doas for " + agent;
  }

  @Override
  public List<Finding> look() throws IOException {
    Pattern named = Pattern.compile("(?<![\\w-])" + Pattern.quote(agent) + "(?![\\w-])");
    List<String> naming = new ArrayList<>();
    for (Path place : places) {
      try (Stream<Path> files = Files.exists(place) ? Files.walk(place) : Stream.empty()) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (named.matcher(Files.readString(file, StandardCharsets.ISO_8859_1)).find()) {
            naming.add(file.toString());
          }
        }
      }
    }
    return List.of(
        naming.isEmpty()
            ? Finding.ok(name(), "no rule names it")
            : Finding.warn(
                name(),
                "named in " + String.join(", ", naming),
                "see that the rule does not let it act as somebody else"));
  }
}
