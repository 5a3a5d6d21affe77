package dev.purser.daemon.purchasing;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Payee;
import dev.purser.budgets.VendorId;
import dev.purser.budgets.standing.StandingFacts;
import dev.purser.budgets.standing.StandingLimits;
import dev.purser.budgets.standing.StandingTerms;
import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.passkeys.Assertion;
import dev.purser.daemon.passkeys.Matter;
import dev.purser.daemon.passkeys.PasskeyRequest;
import dev.purser.daemon.passkeys.Signatures;
import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.standing.OpenStanding;
import dev.purser.daemon.standing.StandingMandate;
import dev.purser.daemon.standing.StandingMandates;
import dev.purser.daemon.standing.StandingState;
import dev.purser.daemon.standing.StandingText;
import dev.purser.vendors.Vendor;
import dev.purser.vendors.VendorRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the owner can do with standing mandates. Only a passkey grants one or lets one stand again;
 * looking, and putting an end to one, need no more than being here.
 */
public final class StandingDesk {
  /** Terms that are not signed soon are written anew: prices and payees may have changed. */
  private static final Duration DRAFT_LIFETIME = Duration.ofMinutes(15);

  private static final int SHOWN_USES = 10;

  private final Outside outside;
  private final FlowParts.Ground ground;
  private final Signatures signatures;
  private final StandingReview review;
  private final StandingMandates mandates;

  StandingDesk(
      Outside outside, FlowParts.Ground ground, Signatures signatures, StandingReview review) {
    this.outside = outside;
    this.ground = ground;
    this.signatures = signatures;
    this.review = review;
    this.mandates = new StandingMandates(ground.jdbi());
  }

  /** What mandates are about. */
  record Outside(Policy policy, VendorRegistry vendors) {}

  /**
   * What the owner wants.
   *
   * @param lastDay by the owner's calendar; all of it
   */
  public record Wish(
      String agent,
      Set<VendorId> vendors,
      Set<CategoryId> categories,
      StandingLimits limits,
      LocalDate lastDay) {}

  /** A mandate with what was done under it. */
  public record Sheet(
      StandingMandate mandate, String standing, StandingFacts.Tally tally, List<UUID> uses) {}

  /** The policy, by which a form says what can be named. */
  public Policy policy() {
    return outside.policy();
  }

  public Instant now() {
    return ground.clock().instant();
  }

  /** All there ever were, those that changed last first. */
  public List<Sheet> list() {
    return mandates.all().stream().map(this::sheet).toList();
  }

  public Optional<Sheet> find(UUID id) {
    return mandates.find(id).map(this::sheet);
  }

  private Sheet sheet(StandingMandate mandate) {
    return new Sheet(
        mandate,
        mandate.standing(now()),
        mandates.tally(mandate),
        mandates.usesOf(mandate.id(), SHOWN_USES));
  }

  /**
   * Writes down what the owner wants, as it would be signed. Nothing is kept.
   *
   * @throws IllegalArgumentException for people, when the policy is against it or it has no end
   */
  public StandingText draft(Wish wish) {
    Map<VendorId, Payee> payees = new HashMap<>();
    wish.vendors().forEach(vendor -> payees.put(vendor, payee(vendor)));
    Instant from = now().truncatedTo(ChronoUnit.SECONDS);
    StandingText text =
        StandingText.write(
            ground.ids().get(),
            new StandingTerms(
                wish.agent(),
                payees,
                wish.categories(),
                outside.policy().owner().shipTo(),
                wish.limits(),
                new StandingTerms.Term(from, endOf(wish.lastDay()))));
    requireAdmissible(text.terms());
    return text;
  }

  /** A question for the owner's passkeys about terms that {@link #draft} wrote of late. */
  public Optional<PasskeyRequest> ask(String terms) {
    return drafted(terms).map(StandingText::grant).flatMap(signatures::ask);
  }

  /** Grants what a passkey of the owner's has signed; empty when it has not, or it is too late. */
  public Optional<UUID> grant(String terms, Assertion assertion) {
    return drafted(terms)
        .flatMap(
            text ->
                holds(text.grant(), assertion)
                    .flatMap(yes -> ground.books().change(open -> grant(open, text, yes))));
  }

  /** A question about letting a suspended mandate stand again. */
  public Optional<PasskeyRequest> askToResume(UUID id) {
    return suspended(id).map(StandingMandate::resumption).flatMap(signatures::ask);
  }

  /** True when a passkey of the owner's says so, and nothing else is against it. */
  public boolean resume(UUID id, Assertion assertion) {
    return suspended(id)
        .flatMap(
            mandate ->
                holds(mandate.resumption(), assertion)
                    .map(yes -> ground.books().change(open -> resume(open, mandate, yes))))
        .orElse(false);
  }

  /**
   * Ends it for good. Needs no proof: it is one tap.
   *
   * @param actor for the audit trail
   */
  public boolean revoke(UUID id, String actor) {
    return ground.books().change(open -> new OpenStanding(open).revoke(id, actor));
  }

  /** The same for those that were meant for an order. */
  public boolean revokeConcerning(UUID order, String actor) {
    return mandates.concerning(order).stream()
        .map(concern -> revoke(concern.mandate().id(), actor))
        .reduce(false, Boolean::logicalOr);
  }

  private Optional<Signatures.Holds> holds(Matter matter, Assertion assertion) {
    return signatures
        .check(matter, assertion)
        .<Optional<Signatures.Holds>>match(Optional::of, fails -> Optional.empty());
  }

  private static Optional<UUID> grant(OpenBooks open, StandingText text, Signatures.Holds yes) {
    OpenStanding standing = new OpenStanding(open);
    if (standing.find(text.id()).isPresent()) {
      return Optional.empty();
    }
    standing.grant(text, yes.yes(), yes.person());
    return Optional.of(text.id());
  }

  private boolean resume(OpenBooks open, StandingMandate mandate, Signatures.Holds yes) {
    OpenStanding standing = new OpenStanding(open);
    return standing.resume(mandate, yes.yes(), yes.person())
        && standing.find(mandate.id()).filter(again -> review.stands(open, again)).isPresent();
  }

  private Optional<StandingMandate> suspended(UUID id) {
    return mandates
        .find(id)
        .filter(mandate -> mandate.state() == StandingState.SUSPENDED)
        .filter(mandate -> mandate.terms().term().contains(now()));
  }

  private Optional<StandingText> drafted(String terms) {
    try {
      StandingText text = StandingText.read(terms);
      requireAdmissible(text.terms());
      Instant from = text.terms().term().from();
      boolean isRecent = !from.isAfter(now()) && now().isBefore(from.plus(DRAFT_LIFETIME));
      return isRecent ? Optional.of(text) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void requireAdmissible(StandingTerms terms) {
    Policy policy = outside.policy();
    if (policy.agent(terms.agent()).isEmpty()) {
      throw new IllegalArgumentException("The policy names no agent '" + terms.agent() + "'.");
    }
    review
        .outsideThePolicy(terms)
        .ifPresent(
            sentence -> {
              throw new IllegalArgumentException(sentence);
            });
    terms.vendors().forEach(this::requirePayee);
    if (!terms.shipTo().equals(policy.owner().shipTo())) {
      throw new IllegalArgumentException("The address is no longer the policy's.");
    }
    if (!terms.limits().currency().equals(policy.limit().currency())
        || terms.limits().perOrder().exceeds(policy.limit())) {
      throw new IllegalArgumentException(
          "An order may come to no more than the policy's limit, %s.".formatted(policy.limit()));
    }
  }

  private void requirePayee(VendorId vendor, Payee payee) {
    if (!payee(vendor).equals(payee)) {
      throw new IllegalArgumentException(vendor + " is paid by another name now.");
    }
  }

  private Payee payee(VendorId vendor) {
    return outside
        .vendors()
        .find(vendor)
        .map(Vendor::payee)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The policy does not list the vendor " + vendor + "."));
  }

  private Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(outside.policy().owner().zone()).toInstant();
  }
}
