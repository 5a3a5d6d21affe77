package dev.purser.daemon.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a program that came with no package has a part of root's power that passes the wall. */
record CapabilitiesCheck(Shell shell, LocalFiles files, Packages packages) implements Check {
  private static final Pattern POWERFUL =
      Pattern.compile(
          "cap_(dac_override|dac_read_search|chown|fowner|setuid|setgid|setfcap|setpcap|sys_ptrace"
              + "|sys_admin|sys_module|sys_rawio|sys_chroot|mknod|bpf|perfmon|checkpoint_restore)");

  @Override
  public String name() {
    return "capabilities";
  }

  @Override
  public List<Finding> look() throws IOException {
    try {
      shell.run("getcap", "/");
    } catch (IOException e) {
      return List.of(
          Finding.warn(name(), "nobody can tell which files have some", "apt install libcap2-bin"));
    }
    LocalFiles.Found all = files.find("-perm", "/111", "-exec", "getcap", "{}", "+");
    List<Finding> findings = new ArrayList<>(all.failures(name()));
    List<String> suspects =
        all.output()
            .lines()
            .filter(line -> POWERFUL.matcher(line).find())
            .map(line -> line.replaceFirst(" (= )?\\S*cap_\\S+$", ""))
            .toList();
    List<String> found = packages.without(suspects);
    if (!found.isEmpty()) {
      findings.add(
          Finding.fail(
              name(),
              found.get(0) + " gives a part of root's power to whoever runs it",
              "setcap -r " + found.get(0)));
    }
    return findings.isEmpty()
        ? List.of(
            Finding.ok(name(), "no file has some that pass the wall, or a package brought it"))
        : findings;
  }
}
