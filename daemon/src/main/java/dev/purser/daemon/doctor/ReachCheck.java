package dev.purser.daemon.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tries everything as the agent's user, for real. */
record ReachCheck(Shell shell, String agent, List<Attempt> attempts) implements Check {
  @Override
  public String name() {
    return "reach of " + agent;
  }

  @Override
  public List<Finding> look() throws IOException {
    Shell.Ran ran =
        new Probe(shell, agent)
            .answers(
                attempts.stream()
                    .map(attempt -> attempt.line() + "\n")
                    .collect(Collectors.joining()));
    List<String> answers = ran.output().lines().toList();
    if (ran.exit() != 0
        || answers.size() != attempts.size()
        || !Set.of("yes", "no").containsAll(answers)) {
      return List.of(unanswered(ran));
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

  /** Its neighbours can stop it or end it; then nobody knows. */
  private Finding unanswered(Shell.Ran ran) {
    List<String> odd =
        ran.output().lines().filter(line -> !line.equals("yes") && !line.equals("no")).toList();
    return Finding.fail(
        name(),
        "did not answer (exit %d) %s".formatted(ran.exit(), String.join(" ", odd)).strip(),
        "end all processes of this user, see that sysctl fs.suid_dumpable is not 1, and try again");
  }
}
