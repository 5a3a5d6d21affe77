package dev.purser.daemon.e2e;

import dev.purser.daemon.e2e.Command.Ran;
import java.nio.file.Files;
import java.nio.file.Path;

/** Purser on a scratch machine, as its package and its setup leave it. */
final class Installed {
  static final String PASSPHRASE = "two eggs and a canary";

  private static final String SOCKET = "/run/purser/agent/agent.sock";

  /** As the unit says, but for the confinement that only systemd can give. */
  private static final String START =
      """
      install --directory --owner=purser --group=purser --mode=0755 /run/purser
      umask 0077
      ulimit -c 0
      cd /
      exec setpriv --reuid=purser --regid=purser --init-groups --no-new-privs \
        $(sed -n 's/^ExecStart=//p' /lib/systemd/system/purser.service)
      """;

  /**
   * There is no systemd on a scratch machine, but documents say how to restart a daemon with it.
   */
  private static final String SYSTEMCTL =
      """
      #!/bin/sh
      set -e
      [ "$*" = "restart purser" ]
      pkill --uid purser java
      while pgrep --runstates DRST --uid purser java > /dev/null; do sleep 0.1; done
      (%s) > /tmp/purser.log 2>&1 < /dev/null &
      until [ -S %s ]; do sleep 0.1; done
      """;

  private static final String MAIL_USER = "purser";
  private static final String MAIL_PASSWORD = "carrier pigeons \"and\" stamps";

  private final ScratchMachine machine;

  private Installed(ScratchMachine machine) {
    this.machine = machine;
  }

  /**
   * As a script would.
   *
   * @param mail where its letters go
   */
  static Installed setUp(ScratchMachine machine, Mailbox mail) {
    mail.letIn(MAIL_USER, MAIL_PASSWORD);
    machine.put(Path.of(System.getProperty("purser.deb")), "/tmp/purser.deb");
    machine.asRoot("dpkg --install /tmp/purser.deb").run().orFail();
    machine.asRoot("useradd --create-home owner").run().orFail();
    machine.asRoot("echo 127.0.0.1 purser.example >> /etc/hosts").run().orFail();
    machine
        .asRoot("cat > /usr/local/sbin/systemctl && chmod 755 /usr/local/sbin/systemctl")
        .runWith(SYSTEMCTL.formatted(START, SOCKET))
        .orFail();
    machine.asRoot("umask 077; cat > /root/mail-password").runWith(MAIL_PASSWORD + "\n").orFail();
    machine
        .asRoot(
            "purser setup --yes --agent-user agent --owner-user owner"
                + " --owner-email owner@example.org --budget household/pantry=400.00"
                + " --ship-to 'Jo Owner, 1 Harbour Road' --smtp-host localhost --smtp-port "
                + mail.port()
                + " --smtp-from purser@example.org --smtp-user "
                + MAIL_USER
                + " --smtp-password-file /root/mail-password --passphrase-stdin")
        .runWith(PASSPHRASE + "\n")
        .orFail();
    return new Installed(machine);
  }

  void start() {
    machine.asRoot("(" + START + ") > /tmp/purser.log 2>&1 < /dev/null &").run().orFail();
    try {
      Eventually.get("an agents' socket", () -> Files.exists(machine.file(SOCKET)), there -> there);
    } catch (AssertionError e) {
      throw new AssertionError(TestFiles.read(machine.file("/tmp/purser.log")), e);
    }
  }

  /** For when it is not expected to come up. */
  Ran tryToStart() {
    return machine.asRoot(START).run();
  }

  void stop() {
    machine.asRoot("pkill --uid purser java").run().orFail();
    Eventually.get(
        "an end",
        () -> machine.asRoot("pgrep --runstates DRST --uid purser java").run().exit() != 0,
        ended -> ended);
  }
}
