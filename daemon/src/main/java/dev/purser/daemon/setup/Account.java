package dev.purser.daemon.setup;

import java.io.IOException;
import java.util.List;

/** Users, groups, and who is in which. */
final class Account {
  private final Machine machine;

  Account(Machine machine) {
    this.machine = machine;
  }

  private interface Question {
    boolean ask() throws IOException;
  }

  private record Made(
      Machine machine, String what, Question there, List<String> command, String undo)
      implements Provision {
    @Override
    public boolean isThere() throws IOException {
      return there.ask();
    }

    @Override
    public void make() throws IOException {
      machine.run(command);
    }
  }

  Provision group(String group) {
    return new Made(
        machine,
        "group " + group,
        () -> machine.hasGroup(group),
        List.of("groupadd", "--system", group),
        "groupdel " + group);
  }

  /** The daemon's: nobody logs in as it. */
  Provision systemUser(String user, String home) {
    return new Made(
        machine,
        "user " + user,
        () -> machine.hasUser(user),
        List.of(
            "useradd",
            "--system",
            "--user-group",
            "--no-create-home",
            "--home-dir",
            home,
            "--shell",
            "/usr/sbin/nologin",
            user),
        "userdel " + user);
  }

  /** An agent's, which has none yet. */
  Provision person(String user) {
    return new Made(
        machine,
        "user " + user,
        () -> machine.hasUser(user),
        List.of("useradd", "--create-home", "--user-group", "--shell", "/bin/bash", user),
        "userdel --remove " + user);
  }

  Provision membership(String user, String group) {
    return new Made(
        machine,
        "%s in group %s".formatted(user, group),
        () -> machine.isMember(user, group),
        List.of("usermod", "--append", "--groups", group, user),
        "gpasswd --delete %s %s".formatted(user, group));
  }
}
