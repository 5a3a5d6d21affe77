package dev.purser.daemon.doctor;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a crash would leave the daemon's memory, and so its secrets, in a file. */
record CoresCheck(Proc proc, int pid) implements Check {
  private static final Pattern LIMIT =
      Pattern.compile("(?m)^Max core file size\\s+(\\S+)\\s+(\\S+)");

  @Override
  public String name() {
    return "core dumps";
  }

  @Override
  public List<Finding> look() {
    Matcher limit = LIMIT.matcher(proc.text(pid + "/limits"));
    String pattern = proc.text("sys/kernel/core_pattern").strip();
    if (!limit.find()) {
      return List.of(
          Finding.fail(
              name(), "the limit of process " + pid + " is not to be seen", "run this as root"));
    }
    if (!limit.group(1).equals("0")) {
      return List.of(
          Finding.fail(
              name(),
              "the daemon may write one of %s bytes".formatted(limit.group(1)),
              "LimitCORE=0 in the unit, or start it after 'ulimit -c 0'"));
    }
    if (!limit.group(2).equals("0")) {
      return List.of(
          Finding.warn(
              name(),
              "off, but the daemon itself could allow them (at most %s)".formatted(limit.group(2)),
              "LimitCORE=0 in the unit, or start it after 'ulimit -c 0'"));
    }
    // The kernel hands a core to a program whatever the limit; systemd's keeps to the limit itself.
    if (pattern.startsWith("|") && !pattern.contains("systemd-coredump")) {
      return List.of(
          Finding.warn(
              name(),
              "the limit is 0, but the kernel hands them to "
                  + pattern.substring(1).split(" ", 2)[0],
              "see that this program keeps to the limit, or set kernel.core_pattern=core"));
    }
    return List.of(Finding.ok(name(), "off"));
  }
}
