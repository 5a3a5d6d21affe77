package dev.purser.daemon.doctor;

import java.io.IOException;
import java.util.List;

/** Whether links expire and months begin when they should. */
record ClockCheck(Shell shell) implements Check {
  @Override
  public String name() {
    return "clock";
  }

  @Override
  public List<Finding> look() {
    try {
      Shell.Ran ran = shell.run("timedatectl", "show", "--property=NTPSynchronized", "--value");
      if (ran.exit() == 0 && ran.output().strip().equals("yes")) {
        return List.of(Finding.ok(name(), "synchronized"));
      }
    } catch (IOException e) {
      // Said below.
    }
    return List.of(
        Finding.warn(
            name(), "not known to be synchronized", "systemctl enable --now systemd-timesyncd"));
  }
}
