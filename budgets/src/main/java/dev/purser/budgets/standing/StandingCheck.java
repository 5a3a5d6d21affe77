package dev.purser.budgets.standing;

import dev.purser.budgets.Money;
import dev.purser.budgets.Requisition;
import dev.purser.budgets.RequisitionLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether terms cover an order. A pure function, asked after policy: what policy is against never
 * comes here.
 */
public final class StandingCheck {
  private interface Rule {
    /** What is against it, in a sentence. */
    Optional<String> objection(StandingTerms terms, Requisition order, StandingFacts facts);
  }

  /** What should not happen with the orders that were meant. */
  private static final List<Rule> ODDITIES =
      List.of(
          (terms, order, facts) -> payeeIsAnother(terms, order),
          (terms, order, facts) -> goesElsewhere(terms, order),
          (terms, order, facts) -> somethingIsNew(order, facts),
          StandingCheck::somethingCostsMore,
          (terms, order, facts) -> isTriedTooOften(terms, facts));

  private static final List<Rule> CAPS =
      List.of(
          (terms, order, facts) -> orderIsTooDear(terms, order),
          (terms, order, facts) -> pieceIsTooDear(terms, order),
          (terms, order, facts) -> usesAreUp(terms, facts),
          StandingCheck::sumIsUp);

  private StandingCheck() {}

  /** Looks at an order that policy lets the owner confirm. */
  public static StandingFinding find(StandingTerms terms, Requisition order, StandingFacts facts) {
    if (!terms.agent().equals(facts.agent()) || !isMeant(terms, order, facts.now())) {
      return new StandingFinding.NotMeant();
    }
    Optional<StandingFinding> odd =
        first(ODDITIES, terms, order, facts).map(StandingFinding.Odd::new);
    return odd.or(() -> first(CAPS, terms, order, facts).map(StandingFinding.Beyond::new))
        .orElseGet(StandingFinding.Covered::new);
  }

  /**
   * What is against the order having been confirmed under the terms at that moment, as far as the
   * two tell without the books: who, what kind, where to, how dear. Empty if nothing is.
   */
  public static Optional<String> objection(StandingTerms terms, Requisition order, Instant at) {
    return isMeant(terms, order, at)
        ? Stream.of(
                payeeIsAnother(terms, order),
                goesElsewhere(terms, order),
                orderIsTooDear(terms, order),
                pieceIsTooDear(terms, order))
            .flatMap(Optional::stream)
            .findFirst()
        : Optional.of("The mandate is not meant for such an order.");
  }

  /** Whether the terms say anything of such an order at that moment. */
  public static boolean isMeant(StandingTerms terms, Requisition order, Instant at) {
    return terms.vendors().containsKey(order.vendor())
        && terms.limits().currency().equals(order.currency())
        && !order.lines().isEmpty()
        && order.lines().stream().allMatch(line -> isWithin(terms, line))
        && terms.term().contains(at);
  }

  private static boolean isWithin(StandingTerms terms, RequisitionLine line) {
    return terms.categories().stream().anyMatch(line.category()::isWithin);
  }

  private static Optional<String> first(
      List<Rule> rules, StandingTerms terms, Requisition order, StandingFacts facts) {
    return rules.stream().flatMap(rule -> rule.objection(terms, order, facts).stream()).findFirst();
  }

  private static Optional<String> payeeIsAnother(StandingTerms terms, Requisition order) {
    return unless(
        order.payee().equals(terms.vendors().get(order.vendor())),
        "%s is paid as %s at %s, which is not what the mandate says."
            .formatted(order.vendor(), order.payee().name(), order.payee().origin()));
  }

  private static Optional<String> goesElsewhere(StandingTerms terms, Requisition order) {
    return unless(
        order.shipTo().equals(terms.shipTo()),
        "The order goes to another address: " + order.shipTo() + ".");
  }

  private static Optional<String> somethingIsNew(Requisition order, StandingFacts facts) {
    return order.lines().stream()
        .filter(line -> facts.lastPaid(line).isEmpty())
        .map(line -> "You have not bought %s there before.".formatted(line.title()))
        .findFirst();
  }

  private static Optional<String> somethingCostsMore(
      StandingTerms terms, Requisition order, StandingFacts facts) {
    return order.lines().stream()
        .flatMap(
            line -> facts.lastPaid(line).flatMap(paid -> costsMore(terms, line, paid)).stream())
        .findFirst();
  }

  private static Optional<String> costsMore(StandingTerms terms, RequisitionLine line, Money paid) {
    boolean sameCurrency = paid.currency().equals(line.unitPrice().currency());
    return unless(
        sameCurrency && !line.unitPrice().exceeds(terms.limits().highest(paid)),
        "%s costs %s; you paid %s the last time.".formatted(line.title(), line.unitPrice(), paid));
  }

  private static Optional<String> isTriedTooOften(StandingTerms terms, StandingFacts facts) {
    return unless(
        facts.tries() <= terms.limits().triesADay(),
        "%s has tried it %d times within a day.".formatted(terms.agent(), facts.tries()));
  }

  private static Optional<String> orderIsTooDear(StandingTerms terms, Requisition order) {
    Money most = terms.limits().perOrder();
    return unless(
        !order.total().exceeds(most),
        "The order is %s, more than %s.".formatted(order.total(), most));
  }

  private static Optional<String> pieceIsTooDear(StandingTerms terms, Requisition order) {
    Money most = terms.limits().unitPrice();
    return order.lines().stream()
        .filter(line -> line.unitPrice().exceeds(most))
        .map(line -> "A piece of %s costs more than %s.".formatted(line.title(), most))
        .findFirst();
  }

  private static Optional<String> usesAreUp(StandingTerms terms, StandingFacts facts) {
    return unless(
        facts.tally().uses() < terms.limits().uses(),
        "Its %d orders are used up.".formatted(terms.limits().uses()));
  }

  private static Optional<String> sumIsUp(
      StandingTerms terms, Requisition order, StandingFacts facts) {
    Money most = terms.limits().inAll();
    return unless(
        !facts.tally().total().plus(order.total()).exceeds(most),
        "With this order it comes to more than %s.".formatted(most));
  }

  private static Optional<String> unless(boolean holds, String objection) {
    return holds ? Optional.empty() : Optional.of(objection);
  }
}
