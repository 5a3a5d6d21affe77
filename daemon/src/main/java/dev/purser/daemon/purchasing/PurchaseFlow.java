package dev.purser.daemon.purchasing;

import dev.purser.agentapi.AddToCart;
import dev.purser.agentapi.AddToCartAnswer;
import dev.purser.agentapi.AgentName;
import dev.purser.agentapi.AgentOperations;
import dev.purser.agentapi.OrderView;
import dev.purser.agentapi.ProblemCode;
import dev.purser.agentapi.ProposeOrder;
import dev.purser.budgets.Money;
import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.confirmation.ProofWays;
import dev.purser.daemon.ledger.BooksUnavailableException;
import dev.purser.daemon.orders.Decline;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.passkeys.PasskeyRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The story of an order, from an agent's wish to the owner's paid purchase:
 *
 * <ol>
 *   <li>{@link #addToCart}: an agent gathers what is nearly out.
 *   <li>{@link #proposeOrder}: the lines are frozen, quoted, judged by the owner's policy and, if
 *       it allows, their budget is held and the owner is told. Nothing is bought.
 *   <li>{@link #look}, {@link #decline}, {@link #narrow} or {@link #confirm}: the owner answers,
 *       perhaps {@link #later}. Only a proof over the very order that was shown says yes. Silence
 *       says no: {@link #expireOverdue}.
 *   <li>{@link #payDue}: the card is asked, the vendor is told, the money is captured; each step is
 *       written down before it is taken. {@link #undo} takes the yes back in time.
 * </ol>
 *
 * Every change on the way goes through the books' one door and leaves an event in the audit trail.
 */
public final class PurchaseFlow implements AgentOperations, OwnerDesk, SignedInDesk {
  private final FlowParts parts;

  public PurchaseFlow(FlowParts parts) {
    this.parts = parts;
  }

  @Override
  public AddToCartAnswer addToCart(AgentName agent, AddToCart request) {
    return unlessBusy(() -> parts.cartDesk().set(agent.name(), request));
  }

  @Override
  public OrderView proposeOrder(AgentName agent, ProposeOrder request) {
    String order = request.order();
    return unlessBusy(
        () ->
            order == null
                ? propose(agent, request)
                : parts.proposals().askAfter(agent.name(), order));
  }

  @Override
  public Optional<OrderSheet> look(Locator locator) {
    return parts.links().order(locator).flatMap(parts.sheets()::sheet);
  }

  @Override
  public ProofWays ways() {
    return parts.confirmations().ways();
  }

  @Override
  public Optional<PasskeyRequest> ask(Locator locator, String digest) {
    return parts.confirmations().ask(locator, digest);
  }

  @Override
  public ConfirmOutcome confirm(Locator locator, ProofAttempt attempt, Duration shownFor) {
    ConfirmOutcome outcome = parts.confirmations().confirm(locator, attempt, shownFor);
    parts.wake().run();
    return outcome;
  }

  @Override
  public NarrowOutcome narrow(Locator locator, Less less) {
    NarrowOutcome outcome = parts.narrowing().narrow(locator, less);
    parts.wake().run();
    return outcome;
  }

  @Override
  public Optional<PasskeyRequest> askSeveral(Chosen chosen) {
    return parts.several().ask(chosen);
  }

  @Override
  public SeveralOutcome confirmSeveral(Chosen chosen, ProofAttempt attempt, Duration shownFor) {
    SeveralOutcome outcome = parts.several().confirm(chosen, attempt, shownFor);
    parts.wake().run();
    return outcome;
  }

  @Override
  public boolean decline(Locator locator, Decline decline) {
    return parts.confirmations().decline(locator, decline);
  }

  @Override
  public LaterOutcome later(Locator locator, Duration pause) {
    return parts.puttingOff().later(locator, pause);
  }

  @Override
  public Optional<Integer> freeze(Locator locator, boolean all) {
    return parts
        .links()
        .order(locator)
        .flatMap(parts.orders()::find)
        .map(order -> order.asked().agent())
        .map(agent -> all ? Optional.<String>empty() : Optional.of(agent))
        .map(agent -> parts.freezing().freeze(agent, "owner"));
  }

  @Override
  public boolean undo(Locator locator) {
    return parts.links().order(locator).map(parts.paying()::undo).orElse(false);
  }

  @Override
  public Optional<OrderSheet> look(UUID order) {
    return parts.sheets().sheet(order);
  }

  @Override
  public Optional<Locator> open(UUID order) {
    return parts
        .orders()
        .find(order)
        .filter(known -> known.isPendingAt(parts.clock().instant()))
        .map(known -> parts.books().change(open -> parts.links().issue(open, order)));
  }

  @Override
  public boolean undo(UUID order) {
    return parts.orders().find(order).isPresent() && parts.paying().undo(order);
  }

  @Override
  public Optional<Money> refundable(UUID order) {
    return parts.refunds().refundable(order);
  }

  @Override
  public RefundOutcome refund(UUID order, Money amount, String who) {
    return parts.refunds().refund(order, amount, who);
  }

  @Override
  public boolean revokeStanding(Locator locator) {
    return parts
        .links()
        .order(locator)
        .map(order -> standing().revokeConcerning(order, "owner"))
        .orElse(false);
  }

  /** What the owner can do with standing mandates. */
  public StandingDesk standing() {
    return parts.standing().desk();
  }

  /** Suspends standing mandates of which something has become. */
  public int reviewStanding() {
    return parts.standing().mandates().hasSuspect(parts.clock().instant())
        ? parts.books().change(parts.standing().review()::all)
        : 0;
  }

  /** The same after a start, when the policy may be another. */
  public int reviewAllStanding() {
    return parts.books().change(parts.standing().review()::all);
  }

  /** Stopping agents, for who does it without an order's link. */
  public Freezing freezing() {
    return parts.freezing();
  }

  /** Ends orders that the owner did not answer in time. */
  public int expireOverdue() {
    return parts.orders().hasOverdue(parts.clock().instant())
        ? parts.books().change(Endings::expireOverdue)
        : 0;
  }

  /**
   * Takes confirmed orders on, and looks after those whose outcome is in doubt; not while the books
   * may be older than what was paid.
   */
  public void payDue() {
    if (parts.freezing().isHistoryDoubted()) {
      return;
    }
    parts.paying().advanceDue();
    parts.refunds().settleDue(parts.clock());
  }

  private OrderView propose(AgentName agent, ProposeOrder request) {
    OrderView view = parts.proposals().propose(agent.name(), request);
    parts.wake().run();
    return view;
  }

  private static <T> T unlessBusy(Supplier<T> operation) {
    try {
      return operation.get();
    } catch (BooksUnavailableException e) {
      throw ProblemCode.BUSY.because("The books could not be written just now. Try again shortly.");
    }
  }
}
