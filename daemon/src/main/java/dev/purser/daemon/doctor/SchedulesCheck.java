package dev.purser.daemon.doctor;

import dev.purser.daemon.files.Exposure;
import dev.purser.daemon.files.PathGuard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether cron or systemd runs, as one of these, a program that somebody else may change. */
record SchedulesCheck(Schedules schedules, List<Person> people) implements Check {
  @Override
  public String name() {
    return "scheduled programs";
  }

  @Override
  public List<Finding> look() throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (Person person : people) {
      PathGuard guard = PathGuard.rootAnd(person.uid());
      for (Path program : schedules.programsOf(person.name())) {
        Optional<Exposure> open = guard.exposureOf(program);
        open.ifPresent(
            exposure ->
                findings.add(
                    Finding.fail(
                        name(),
                        "%s runs %s, and %s".formatted(person.name(), program, exposure.fact()),
                        exposure.fix())));
      }
    }
    return findings.isEmpty()
        ? List.of(Finding.ok(name(), "cron and systemd run nothing that others may change"))
        : findings;
  }
}
