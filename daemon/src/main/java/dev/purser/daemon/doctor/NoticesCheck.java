package dev.purser.daemon.doctor;

import dev.purser.daemon.config.NoticesConfig;
import java.util.List;

/** Whether the owner hears of anything: without a mail server, letters are files and no more. */
record NoticesCheck(NoticesConfig notices) implements Check {
  @Override
  public String name() {
    return "notices";
  }

  @Override
  public List<Finding> look() {
    if (notices.smtp() == null) {
      return List.of(
          Finding.warn(
              name(),
              "no mail server: letters stay in " + notices.outbox() + ", which only root reads",
              "name one under notices.smtp in purser.yml, or read the letters there"));
    }
    return List.of(Finding.ok(name(), "by mail through " + notices.smtp().host()));
  }
}
