package dev.purser.daemon.owner.home;

import java.util.List;
import java.util.Optional;

/** Every agent of the policy. */
public record AgentsPage(List<Row> agents) {
  public AgentsPage {
    agents = List.copyOf(agents);
  }

  /**
   * One agent.
   *
   * @param standing {@code active}, {@code no-certificate}, {@code expired} or {@code revoked}
   * @param user the OS user; empty for one elsewhere
   * @param bounds each in words
   * @param waiting how many of its orders wait for the owner
   */
  public record Row(
      String name, String standing, Optional<String> user, List<String> bounds, int waiting) {
    public Row {
      bounds = List.copyOf(bounds);
    }

    public boolean mayBeRevoked() {
      return !standing.equals("revoked");
    }
  }
}
