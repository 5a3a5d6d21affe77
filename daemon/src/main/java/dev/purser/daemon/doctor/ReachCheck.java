package dev.purser.daemon.doctor;

import dev.purser.daemon.wall.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tries everything as the agent's user, for real. */
record ReachCheck(Shell shell, String agent, List<Attempt> attempts) implements Check {
  @Override
  public String name() {
    return "reach of " + agent;
  }

  @Override
  public List<Finding> look() throws IOException {
    List<String> answers = answers();
    if (answers.size() != attempts.size()) {
      return List.of(
          Finding.fail(
              name(),
              "could not be tried: " + String.join(" ", answers),
              "see that this user can read %s and run Java".formatted(Program.classPath())));
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      boolean success = answers.get(i).equals("yes");
      Attempt attempt = attempts.get(i);
      if (success != attempt.expected()) {
        findings.add(Finding.fail(name(), attempt.told(success), attempt.fix()));
      }
    }
    if (findings.isEmpty()) {
      findings.add(
          Finding.ok(
              name(), "tried %d ways; only its own socket is open".formatted(attempts.size())));
    }
    return findings;
  }

  private List<String> answers() throws IOException {
    String group = shell.run("id", "-g", agent).output().strip();
    Shell.Ran ran =
        shell.run(
            List.of(
                "setpriv",
                "--reuid=" + agent,
                "--regid=" + group,
                "--init-groups",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                Program.classPath(),
                Probe.class.getName()),
            attempts.stream().map(attempt -> attempt.line() + "\n").collect(Collectors.joining()));
    return ran.output().lines().toList();
  }
}
