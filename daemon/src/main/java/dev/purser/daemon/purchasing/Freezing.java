package dev.purser.daemon.purchasing;

import dev.purser.daemon.agents.Freeze;
import dev.purser.daemon.agents.Freezes;
import dev.purser.daemon.agents.OpenFreezes;
import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.confirmation.ProofGuard;
import dev.purser.daemon.confirmation.ProofResult;
import dev.purser.daemon.confirmation.ProofWays;
import dev.purser.daemon.ledger.Books;
import dev.purser.daemon.passkeys.Action;
import dev.purser.daemon.passkeys.Matter;
import dev.purser.daemon.passkeys.PasskeyRequest;
import dev.purser.daemon.policy.AgentRule;
import dev.purser.daemon.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stopping an agent, or all, at once and by anybody who holds a link; letting it propose again only
 * by the owner's proof. What was confirmed before goes on, and can be undone by itself.
 */
public final class Freezing {
  private final Policy policy;
  private final Books books;
  private final Freezes freezes;
  private final ProofGuard guard;

  public Freezing(Policy policy, Books books, Freezes freezes, ProofGuard guard) {
    this.policy = policy;
    this.books = books;
    this.freezes = freezes;
    this.guard = guard;
  }

  /** Who is frozen. */
  public List<Freeze> all() {
    return freezes.all();
  }

  /** Every agent of the policy. */
  public List<String> agents() {
    return policy.agents().stream().map(AgentRule::name).toList();
  }

  /** By which proofs the owner can thaw now. */
  public ProofWays ways() {
    return guard.ways();
  }

  /**
   * Freezes, and declines what waits for the owner.
   *
   * @param agent empty for all
   * @return how many orders were declined
   * @throws IllegalArgumentException for people, when the policy names no such agent
   */
  public int freeze(Optional<String> agent, String actor) {
    agent.ifPresent(this::requireKnown);
    return books.change(
        open -> {
          new OpenFreezes(open).freeze(agent, actor);
          return agent.map(List::of).orElseGet(this::agents).stream()
              .mapToInt(name -> Endings.endAllOf(open, name, actor, "was frozen"))
              .sum();
        });
  }

  /**
   * Freezes all agents, and all payments with them: what the books say may be long past.
   *
   * @param why a sentence, for the audit trail
   */
  public void doubtHistory(String why) {
    books.change(
        open -> {
          open.record(AuditEntry.of("history.doubted", Freeze.DAEMON, Map.of("finding", why)));
          OpenFreezes frozen = new OpenFreezes(open);
          // The owner's own freeze would not stop payments.
          frozen.thaw(Optional.empty(), Freeze.DAEMON);
          frozen.freeze(Optional.empty(), Freeze.DAEMON);
          return true;
        });
  }

  /** Whether the daemon itself has stopped everything, until the owner thaws it. */
  public boolean isHistoryDoubted() {
    return freezes.all().stream().anyMatch(Freeze::isOfDoubt);
  }

  /** A question for the owner's passkeys; empty when it is not frozen, or none can be asked. */
  public Optional<PasskeyRequest> ask(Optional<String> agent) {
    return matter(agent).flatMap(guard::ask);
  }

  /**
   * Lets it propose again, if the proof holds.
   *
   * @return empty when it is not frozen
   */
  public Optional<ProofResult> thaw(Optional<String> agent, ProofAttempt attempt, String actor) {
    return matter(agent).map(matter -> thaw(agent, guard.check(matter, attempt), actor));
  }

  private ProofResult thaw(Optional<String> agent, ProofResult result, String actor) {
    if (result instanceof ProofResult.Proven) {
      books.change(open -> new OpenFreezes(open).thaw(agent, actor));
    }
    return result;
  }

  /** This very freeze: a signature does not thaw the next one. */
  private Optional<Matter> matter(Optional<String> agent) {
    return freezes.all().stream()
        .filter(freeze -> freeze.agent().equals(agent))
        .findFirst()
        .map(
            freeze ->
                Matter.of(
                    Action.THAW,
                    Map.of("agent", Freeze.word(agent), "since", freeze.since().toString())));
  }

  private void requireKnown(String agent) {
    if (policy.agent(agent).isEmpty()) {
      throw new IllegalArgumentException("The policy names no agent '%s'.".formatted(agent));
    }
  }
}
