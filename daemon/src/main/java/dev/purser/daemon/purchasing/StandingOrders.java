package dev.purser.daemon.purchasing;

import dev.purser.budgets.standing.StandingCheck;
import dev.purser.budgets.standing.StandingFinding;
import dev.purser.daemon.confirmation.Evidence;
import dev.purser.daemon.confirmation.Mandate;
import dev.purser.daemon.confirmation.MandateCheck;
import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.standing.OpenStanding;
import dev.purser.daemon.standing.StandingMandate;
import java.util.List;
import java.util.Optional;

/**
 * Confirms an order that the owner has said yes to in advance, in the decision that holds its
 * budget. Policy has judged it before; where exactly one mandate covers it and none finds it odd
 * the owner is told, and else asked as usual.
 */
final class StandingOrders {
  private final Acceptance acceptance;
  private final StandingReview review;
  private final StandingNotices notices;

  StandingOrders(Acceptance acceptance, StandingReview review, StandingNotices notices) {
    this.acceptance = acceptance;
    this.review = review;
    this.notices = notices;
  }

  /** A mandate that is meant for the order, and what it makes of it. */
  private record Look(StandingMandate mandate, StandingFinding finding) {
    boolean isCovered() {
      return finding instanceof StandingFinding.Covered;
    }

    Optional<String> oddity() {
      return finding instanceof StandingFinding.Odd odd ? Optional.of(odd.why()) : Optional.empty();
    }
  }

  /** True when the order is confirmed now; it has just been held and nobody was asked yet. */
  boolean confirm(OpenBooks open, Order order) {
    if (order.asked().replaces().isPresent()) {
      // The owner was asked about the order before it, and is at the page or has been.
      return false;
    }
    List<Look> looks = looks(open, order);
    looks.forEach(look -> new OpenStanding(open).note(look.mandate(), order));
    looks.forEach(look -> look.oddity().ifPresent(why -> suspend(open, look, why, order)));
    List<Look> covered = looks.stream().filter(Look::isCovered).toList();
    boolean isPlain = looks.stream().allMatch(look -> look.oddity().isEmpty());
    return isPlain && covered.size() == 1 && use(open, covered.get(0), order);
  }

  private List<Look> looks(OpenBooks open, Order order) {
    OpenStanding standing = new OpenStanding(open);
    return standing.activeOf(order.asked().agent()).stream()
        .filter(mandate -> StandingCheck.isMeant(mandate.terms(), order.requisition(), open.now()))
        .filter(mandate -> review.stands(open, mandate))
        .map(
            mandate ->
                new Look(
                    mandate,
                    StandingCheck.find(
                        mandate.terms(), order.requisition(), standing.facts(mandate, order))))
        .toList();
  }

  private boolean use(OpenBooks open, Look look, Order order) {
    Mandate evidence = evidence(open, look.mandate(), order);
    if (!MandateCheck.holds(evidence)) {
      suspend(open, look, "Its signature does not hold.", order);
      return false;
    }
    boolean accepted =
        acceptance.accept(open, order, new Acceptance.Yes(evidence, "daemon", Optional.empty()));
    if (accepted) {
      new OpenStanding(open).use(look.mandate(), order);
      notices.used(open, look.mandate(), order);
    }
    return accepted;
  }

  private void suspend(OpenBooks open, Look look, String why, Order order) {
    notices.suspend(open, look.mandate(), why, Optional.of(order.id()));
  }

  private static Mandate evidence(OpenBooks open, StandingMandate mandate, Order order) {
    return new Mandate(
        order.id(),
        order.digest(),
        Optional.of(order.frozen().json()),
        Optional.empty(),
        Optional.of(mandate.text().json()),
        Evidence.standing(mandate.granted()),
        order.requisition().policyVersion(),
        open.now());
  }
}
