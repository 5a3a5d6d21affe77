package dev.purser.daemon.purchasing;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.VendorId;
import dev.purser.budgets.standing.StandingTerms;
import dev.purser.daemon.agents.OpenAgents;
import dev.purser.daemon.agents.OpenFreezes;
import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.passkeys.Signatures;
import dev.purser.daemon.policy.AgentRule;
import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.standing.OpenStanding;
import dev.purser.daemon.standing.StandingMandate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Suspends mandates of which something has become that somebody should look at. It reads what the
 * books say, so no part of the house has to remember to tell it; it looks before each use, too.
 */
final class StandingReview {
  private final Policy policy;
  private final Signatures signatures;
  private final StandingNotices notices;

  StandingReview(Policy policy, Signatures signatures, StandingNotices notices) {
    this.policy = policy;
    this.signatures = signatures;
    this.notices = notices;
  }

  /** Looks at every active mandate; how many were suspended. */
  int all(OpenBooks open) {
    List<StandingMandate> active = new OpenStanding(open).active();
    return (int) active.stream().filter(mandate -> !stands(open, mandate)).count();
  }

  /** Whether an active mandate still stands; if not, it is suspended now. */
  boolean stands(OpenBooks open, StandingMandate mandate) {
    Optional<String> trouble = trouble(open, mandate);
    trouble.ifPresent(why -> notices.suspend(open, mandate, why, Optional.empty()));
    return trouble.isEmpty();
  }

  private Optional<String> trouble(OpenBooks open, StandingMandate mandate) {
    Stream<Supplier<Optional<String>>> looks =
        Stream.of(
            () -> agent(open, mandate.terms()),
            () -> outsideThePolicy(mandate.terms()),
            () -> passkey(open, mandate),
            () -> new OpenStanding(open).disturbance(mandate));
    return looks.map(Supplier::get).flatMap(Optional::stream).findFirst();
  }

  private Optional<String> agent(OpenBooks open, StandingTerms terms) {
    if (new OpenFreezes(open).isFrozen(terms.agent())) {
      return Optional.of(terms.agent() + " was frozen.");
    }
    return policy.agent(terms.agent()).isPresent() && new OpenAgents(open).isActive(terms.agent())
        ? Optional.empty()
        : Optional.of(terms.agent() + " may not buy anything any more.");
  }

  private Optional<String> passkey(OpenBooks open, StandingMandate mandate) {
    return signatures.isOwners(open, mandate.granted())
        ? Optional.empty()
        : Optional.of("The passkey that granted it is no longer the owner's.");
  }

  /** What the terms name and the policy does not allow, in a sentence. */
  Optional<String> outsideThePolicy(StandingTerms terms) {
    List<CategoryId> allowed =
        policy.agent(terms.agent()).map(AgentRule::categories).orElse(List.of());
    Optional<String> vendor =
        terms.vendors().keySet().stream()
            .filter(each -> !policy.vendors().contains(each))
            .min(VendorId::compareTo)
            .map(each -> "The policy does not list the vendor %s.".formatted(each));
    return vendor.or(
        () ->
            terms.categories().stream()
                .filter(each -> allowed.stream().noneMatch(each::isWithin))
                .min(CategoryId::compareTo)
                .map(
                    each ->
                        "The policy does not let %s buy from %s.".formatted(terms.agent(), each)));
  }
}
