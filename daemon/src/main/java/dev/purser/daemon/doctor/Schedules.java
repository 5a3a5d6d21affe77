package dev.purser.daemon.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What cron's tables and systemd's services run, as far as it is written with its path.
 *
 * @param root the directory that stands for {@code /}
 */
record Schedules(Path root) {
  private static final Pattern CRON =
      Pattern.compile("\\s*(?:@\\w+|(?:[-0-9*/,\\w]+\\s+){4}[-0-9*/,\\w]+)\\s+(\\S+)\\s+(.*)");

  /** At the beginning of a command, or handed to what runs another. */
  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?:^|[;&|({]\\s*|\\b(?:sh|bash|dash|zsh|python3?|perl|ruby|node|php|env|exec|nice|ionice"
              + "|chronic|nohup|setsid|run-parts|source)\\s+(?:-\\S+\\s+)*[\"']?)(/[^\\s;&|)'\"]+)");

  private static final Pattern EXEC = Pattern.compile("(?m)^\\s*Exec\\w+\\s*=\\s*[-@:+!|]*(.*)$");
  private static final Pattern USER = Pattern.compile("(?m)^\\s*User\\s*=\\s*(\\S+)");
  private static final String ROOT = "root";

  /** In the order of their names. */
  Set<Path> programsOf(String user) throws IOException {
    Set<Path> programs = new TreeSet<>();
    for (Path table : files("etc/cron.d", "etc/crontab")) {
      for (String line : text(table).lines().toList()) {
        Matcher job = CRON.matcher(line);
        if (job.matches() && job.group(1).equals(user)) {
          addPrograms(job.group(2), programs);
        }
      }
    }
    for (Path table : files("var/spool/cron/crontabs/" + user, "var/spool/cron/" + user)) {
      for (String line : text(table).lines().toList()) {
        Matcher job = CRON.matcher(line + " ");
        if (job.matches()) {
          addPrograms(job.group(1) + " " + job.group(2), programs);
        }
      }
    }
    addServices(user, programs);
    return programs;
  }

  private void addServices(String user, Set<Path> programs) throws IOException {
    for (Path unit : files("etc/systemd/system", "run/systemd/system", "usr/lib/systemd/system")) {
      String text = unit.toString().endsWith(".service") ? text(unit) : "";
      Matcher said = USER.matcher(text);
      if (user.equals(said.find() ? said.group(1) : ROOT)) {
        EXEC.matcher(text).results().forEach(exec -> addPrograms(exec.group(1), programs));
      }
    }
  }

  private static void addPrograms(String command, Set<Path> programs) {
    PROGRAM.matcher(command).results().forEach(found -> programs.add(Path.of(found.group(1))));
  }

  private List<Path> files(String... places) throws IOException {
    List<Path> all = new ArrayList<>();
    for (String place : places) {
      Path path = root.resolve(place);
      try (Stream<Path> files = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
        files.filter(Files::isRegularFile).forEach(all::add);
      }
    }
    return all;
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}
