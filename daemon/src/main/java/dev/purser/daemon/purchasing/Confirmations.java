package dev.purser.daemon.purchasing;

import dev.purser.budgets.Violation;
import dev.purser.daemon.confirmation.Evidence;
import dev.purser.daemon.confirmation.Links;
import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.confirmation.Mandate;
import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.confirmation.ProofGuard;
import dev.purser.daemon.confirmation.ProofWays;
import dev.purser.daemon.ledger.Books;
import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.orders.Decline;
import dev.purser.daemon.orders.Difference;
import dev.purser.daemon.orders.OpenOrders;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.orders.Orders;
import dev.purser.daemon.passkeys.Matter;
import dev.purser.daemon.passkeys.PasskeyRequest;
import dev.purser.vendors.VendorUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The owner's answer to an order: yes, if it is still the same order, or no. */
final class Confirmations {
  private static final String PRICES_CHANGED =
      "The vendor's prices changed. If it can still be bought, a new order has taken its place, with"
          + " a letter of its own.";

  private final Desk desk;
  private final Quoting quoting;
  private final Judging judging;
  private final Proposing proposing;
  private final Acceptance acceptance;
  private final Books books;

  Confirmations(
      Desk desk,
      Quoting quoting,
      Judging judging,
      Proposing proposing,
      Acceptance acceptance,
      Books books) {
    this.desk = desk;
    this.quoting = quoting;
    this.judging = judging;
    this.proposing = proposing;
    this.acceptance = acceptance;
    this.books = books;
  }

  /** Where links and proofs are looked at. */
  record Desk(Orders orders, Links links, ProofGuard guard, Clock clock) {
    Optional<Order> order(Locator locator) {
      return links.order(locator).flatMap(orders::find);
    }

    /** The order, if it waits and is the one that was shown. */
    Optional<Order> waiting(Locator locator, String digest) {
      return order(locator)
          .filter(order -> order.isPendingAt(clock.instant()))
          .filter(order -> order.digest().equals(digest));
    }
  }

  ConfirmOutcome confirm(Locator locator, ProofAttempt attempt, Duration shownFor) {
    return desk.waiting(locator, attempt.digest())
        .map(order -> confirm(order, attempt, shownFor))
        .orElseGet(ConfirmOutcome.NotPending::new);
  }

  /** A question for the owner's passkeys about the order, if it is the one that was shown. */
  Optional<PasskeyRequest> ask(Locator locator, String digest) {
    return desk.waiting(locator, digest)
        .flatMap(order -> desk.guard().ask(Matter.order(order.id(), order.digest())));
  }

  ProofWays ways() {
    return desk.guard().ways();
  }

  boolean decline(Locator locator, Decline decline) {
    return desk.order(locator)
        .map(order -> books.change(open -> decline(open, order, decline)))
        .orElse(false);
  }

  private static boolean decline(OpenBooks open, Order order, Decline decline) {
    OpenOrders.Cause cause =
        OpenOrders.Cause.because("owner", decline.sentence())
            .with("code", decline.code().wireName());
    boolean declined =
        order.isPendingAt(open.now())
            && Endings.end(
                open, order.id(), OrderState.AWAITING_CONFIRMATION, OrderState.DECLINED, cause);
    if (declined) {
      new OpenOrders(open).keep(order.id(), decline);
    }
    return declined;
  }

  /** Where the proof is known to hold already. */
  ConfirmOutcome confirmed(Order order, Evidence evidence, Duration shownFor, String together) {
    return proven(new Yes(order, evidence, shownFor, Optional.of(together)));
  }

  private ConfirmOutcome confirm(Order order, ProofAttempt attempt, Duration shownFor) {
    return desk.guard()
        .check(Matter.order(order.id(), order.digest()), attempt)
        .match(
            proven -> proven(new Yes(order, proven.evidence(), shownFor, Optional.empty())),
            wrong -> new ConfirmOutcome.WrongProof(wrong.attemptsLeft()),
            locked -> new ConfirmOutcome.Locked(locked.until()));
  }

  /** The yes counts for what was shown: so the vendor is asked once more, outside any decision. */
  private ConfirmOutcome proven(Yes yes) {
    Order order = yes.order();
    try {
      Optional<QuotedRequisition> now = quoting.quoteAgain(order.requisition());
      return books.change(
          open ->
              now.isEmpty()
                  ? noLongerPossible(open, order, List.of(), vendorGone(order))
                  : decide(open, yes, now.get()));
    } catch (VendorUnavailableException e) {
      return new ConfirmOutcome.VendorSilent();
    }
  }

  /**
   * An order, the proof that the owner wants it, and how long the owner has looked at it.
   *
   * @param together the orders that the proof is for, where they are several
   */
  private record Yes(
      Order order, Evidence evidence, Duration shownFor, Optional<String> together) {}

  private ConfirmOutcome decide(OpenBooks open, Yes yes, QuotedRequisition now) {
    Order order = yes.order();
    if (!order.isPendingAt(open.now())) {
      Endings.expireOverdue(open);
      return new ConfirmOutcome.NotPending();
    }
    boolean same =
        now.unobtainable().isEmpty()
            && Differences.sameDeal(order.requisition(), now.requisition());
    if (!same) {
      return replace(open, order, now);
    }
    return judging
        .judgeHeld(open, order.asked().agent(), now)
        .<ConfirmOutcome>match(
            denied -> noLongerPossible(open, order, List.of(), denied.violations()),
            unused -> sayYes(open, yes, now));
  }

  private ConfirmOutcome sayYes(OpenBooks open, Yes yes, QuotedRequisition now) {
    Order order = yes.order();
    Mandate mandate =
        new Mandate(
            order.id(),
            order.digest(),
            Optional.of(order.frozen().json()),
            yes.together(),
            Optional.empty(),
            yes.evidence(),
            now.requisition().policyVersion(),
            open.now());
    return acceptance.accept(
            open, order, new Acceptance.Yes(mandate, "owner", Optional.of(yes.shownFor())))
        ? new ConfirmOutcome.Confirmed()
        : new ConfirmOutcome.NotPending();
  }

  /** Any change is a new order that needs a new yes; the old link cannot give it. */
  private ConfirmOutcome replace(OpenBooks open, Order order, QuotedRequisition now) {
    if (!end(open, order, OrderState.EXPIRED, "daemon", PRICES_CHANGED)) {
      return new ConfirmOutcome.NotPending();
    }
    List<Difference> differences = Differences.between(order.requisition(), now.requisition());
    Order.Asked asked =
        new Order.Asked(
            order.asked().agent(),
            order.asked().contentKey(),
            order.asked().reason(),
            Optional.of(order.id()));
    Proposing.Proposed next = proposing.propose(open, asked, now);
    return next.violations().isEmpty()
        ? new ConfirmOutcome.Replaced(differences, desk.links().issue(open, next.order().id()))
        : new ConfirmOutcome.NoLongerPossible(differences, next.violations());
  }

  private static ConfirmOutcome noLongerPossible(
      OpenBooks open, Order order, List<Difference> differences, List<Violation> violations) {
    boolean ended =
        end(open, order, OrderState.EXPIRED, "daemon", "The policy no longer allows it.");
    return ended
        ? new ConfirmOutcome.NoLongerPossible(differences, violations)
        : new ConfirmOutcome.NotPending();
  }

  private static boolean end(
      OpenBooks open, Order order, OrderState to, String actor, String outcome) {
    return Endings.end(
        open,
        order.id(),
        OrderState.AWAITING_CONFIRMATION,
        to,
        OpenOrders.Cause.because(actor, outcome));
  }

  private static List<Violation> vendorGone(Order order) {
    return List.of(new Violation.VendorNotAllowed(order.requisition().vendor()));
  }
}
