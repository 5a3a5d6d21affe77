package dev.purser.daemon.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What on every machine makes root of whoever may write it, or tells what only root may know.
 *
 * @param top where the files are, such as {@code /}
 */
record RootsOwn(Path top) {
  private static final List<String> FILES =
      List.of(
          "etc",
          "etc/passwd",
          "etc/group",
          "etc/shadow",
          "etc/gshadow",
          "etc/sudoers",
          "etc/crontab",
          "etc/profile",
          "etc/bash.bashrc",
          "etc/environment",
          "etc/ld.so.preload",
          "etc/ld.so.conf",
          "var/spool/cron/crontabs",
          "usr/local/sbin",
          "usr/local/bin",
          "usr/sbin",
          "usr/bin",
          "usr/lib",
          "sbin",
          "bin",
          "lib",
          "root");

  /** What is in them is run or believed, too. */
  private static final List<String> DIRECTORIES =
      List.of(
          "etc/sudoers.d",
          "etc/cron.d",
          "etc/cron.hourly",
          "etc/cron.daily",
          "etc/cron.weekly",
          "etc/cron.monthly",
          "etc/profile.d",
          "etc/pam.d",
          "etc/ld.so.conf.d",
          "etc/systemd/system",
          "run/systemd/system",
          "usr/lib/systemd/system");

  private static final List<String> SECRETS = List.of("etc/shadow", "etc/gshadow");
  private static final String FIX = "give it back to root, whose alone it is to write, and see why";

  /** None of them should succeed. */
  List<Attempt> attempts() throws IOException {
    List<Attempt> all = new ArrayList<>();
    for (String file : FILES) {
      all.add(shut(Attempt.Verb.WRITE, top.resolve(file)));
    }
    for (String directory : DIRECTORIES) {
      all.add(shut(Attempt.Verb.WRITE, top.resolve(directory)));
      for (Path inside : inside(top.resolve(directory))) {
        all.add(shut(Attempt.Verb.WRITE, inside));
      }
    }
    for (String secret : SECRETS) {
      all.add(shut(Attempt.Verb.READ, top.resolve(secret)));
    }
    return all;
  }

  /** Those whose names fit on a line, as all do that a system reads. */
  private static List<Path> inside(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(path -> !path.toString().contains("\n"))
          // A unit that is masked, as many are, leads to what everybody may write.
          .filter(path -> Files.isRegularFile(path) || Files.isDirectory(path))
          .toList();
    }
  }

  private static Attempt shut(Attempt.Verb verb, Path target) {
    return new Attempt(verb, target.toString(), false, FIX);
  }
}
