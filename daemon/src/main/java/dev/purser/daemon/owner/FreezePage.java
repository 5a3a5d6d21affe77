package dev.purser.daemon.owner;

import dev.purser.daemon.agents.Freeze;
import dev.purser.daemon.confirmation.ProofWays;
import dev.purser.daemon.notices.words.OwnerClock;
import java.util.List;
import java.util.Optional;

/**
 * Who is frozen, and who is not.
 *
 * @param frozen all of them first, if all are
 * @param others agents that are not frozen by name
 * @param ways by which the owner can thaw
 * @param alert what came of the last answer, if it needs saying
 */
public record FreezePage(
    List<Frozen> frozen, List<String> others, ProofWays ways, Optional<String> alert) {

  /**
   * Somebody who is frozen.
   *
   * @param word the agent's name, or {@link Freeze#ALL}
   * @param isOfDoubt whether the daemon itself stopped all, payments too
   */
  public record Frozen(String word, String since, boolean isOfDoubt) {
    static Frozen of(Freeze freeze, OwnerClock clock) {
      return new Frozen(
          Freeze.word(freeze.agent()), clock.full(freeze.since()), freeze.isOfDoubt());
    }

    public String heading() {
      return word.equals(Freeze.ALL) ? "All agents" : word;
    }
  }
}
