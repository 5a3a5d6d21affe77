package dev.purser.daemon.doctor;

import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.wall.BreachedWallException;
import dev.purser.daemon.wall.Wall;
import java.io.IOException;
import java.util.List;

/** Whether the daemon has a user of its own. */
record OwnUserCheck(int daemon, Policy policy) implements Check {
  @Override
  public String name() {
    return "daemon's user";
  }

  @Override
  public List<Finding> look() throws IOException {
    try {
      Wall.requireOwnUser(daemon, policy);
      return List.of(Finding.ok(name(), "its own (uid %d)".formatted(daemon)));
    } catch (BreachedWallException e) {
      return List.of(Finding.fail(name(), String.valueOf(e.getMessage()), "purser setup"));
    }
  }
}
