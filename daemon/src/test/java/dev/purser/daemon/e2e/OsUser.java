package dev.purser.daemon.e2e;

import java.util.List;

/**
 * One OS user.
 *
 * @param name as the policy has it; a number for ourselves
 * @param group the user's own
 * @param becoming what must stand before a command to run it as this user
 */
record OsUser(String name, String group, List<String> becoming) {

  static OsUser self() {
    return new OsUser(OsUsers.ownUid(), Command.of("id", "-gn").run().orFail().strip(), List.of());
  }

  static OsUser other(String name) {
    return new OsUser(
        name, name, List.of("setpriv", "--reuid=" + name, "--regid=" + name, "--init-groups"));
  }

  boolean isSelf() {
    return becoming.isEmpty();
  }

  /** A command, run as this user. */
  Command command(String... words) {
    return Command.of(words).after(becoming);
  }
}
