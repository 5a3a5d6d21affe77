package dev.purser.daemon.purchasing;

import dev.purser.daemon.confirmation.ConfirmedOrder;
import dev.purser.daemon.confirmation.Mandates;
import dev.purser.daemon.ledger.Books;
import dev.purser.daemon.orders.OpenOrders;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.orders.Orders;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a confirmed order step by step to paid, or back. Whatever it was at when the daemon
 * stopped, it takes up from what the books say.
 */
final class Paying {
  private static final Logger LOG = LoggerFactory.getLogger(Paying.class);

  private final Orders orders;
  private final Mandates mandates;
  private final Settlements settlements;
  private final Calls calls;
  private final Books books;
  private final Clock clock;

  /** Orders that a thread of this process is at; a step pending on any other was abandoned. */
  private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

  Paying(
      Orders orders,
      Mandates mandates,
      Settlements settlements,
      Calls calls,
      Books books,
      Clock clock) {
    this.orders = orders;
    this.mandates = mandates;
    this.settlements = settlements;
    this.calls = calls;
    this.books = books;
    this.clock = clock;
  }

  /** Making calls, and finding out about lost ones. */
  record Calls(Steps steps, Reconciling reconciling) {}

  /** Takes every order on whose time has come; one that breaks does not hold up the others. */
  void advanceDue() {
    for (UUID order : settlements.due(clock)) {
      try {
        advance(order);
      } catch (RuntimeException e) {
        LOG.error("Order {} could not be taken on; trying again later", order, e);
      }
    }
  }

  /** Takes the order on as far as it goes now. */
  void advance(UUID id) {
    if (!underWay.add(id)) {
      return;
    }
    try {
      boolean goesOn = true;
      while (goesOn) {
        goesOn = advanceOnce(id);
      }
    } finally {
      underWay.remove(id);
    }
  }

  /** Takes the yes back: at once while the card was not asked, else by voiding. */
  boolean undo(UUID id) {
    if (!underWay.add(id)) {
      return false;
    }
    try {
      Order order = orders.find(id).orElseThrow();
      if (order.course().confirmedAt().isEmpty()
          || !clock.instant().isBefore(settlements.undoableUntil(order))) {
        return false;
      }
      return switch (order.state()) {
        case CONFIRMED -> undoUnasked(order);
        case AUTHORIZED -> undoAuthorized(order);
        default -> false;
      };
    } finally {
      underWay.remove(id);
    }
  }

  private boolean undoUnasked(Order order) {
    return books.change(
        open ->
            open.dao(SettlementsDao.class).find(order.id()).orElseThrow().step().isEmpty()
                && Endings.end(
                    open,
                    order.id(),
                    OrderState.CONFIRMED,
                    OrderState.UNDONE,
                    OpenOrders.Cause.of("owner")));
  }

  private boolean undoAuthorized(Order order) {
    boolean announced = settlements.announce(order, Step.VOID_AFTER_UNDO);
    if (announced) {
      run(order, Step.VOID_AFTER_UNDO);
    }
    return announced;
  }

  /** One step; false when there is nothing more to do now. */
  private boolean advanceOnce(UUID id) {
    Order order = orders.find(id).orElseThrow();
    Settlement settlement = settlements.find(id).orElseThrow();
    Optional<Step> pending = settlement.step();
    if (order.state() == OrderState.IN_DOUBT) {
      return reconcile(order, pending.orElseThrow(), settlement);
    }
    if (pending.isPresent() && pending.get() == Step.VOID_AFTER_REJECTION) {
      return run(order, Step.VOID_AFTER_REJECTION);
    }
    if (pending.isPresent()) {
      settlements.doubtAbandoned(order, pending.get());
      return true;
    }
    return nextStep(order)
        .filter(step -> !clock.instant().isBefore(settlement.nextAttemptAt()))
        .filter(step -> settlements.announce(order, step))
        .map(step -> run(order, step))
        .orElse(false);
  }

  private static Optional<Step> nextStep(Order order) {
    return switch (order.state()) {
      case CONFIRMED -> Optional.of(Step.AUTHORIZE);
      case AUTHORIZED -> Optional.of(Step.PLACE);
      case PLACED -> Optional.of(Step.CAPTURE);
      default -> Optional.empty();
    };
  }

  private boolean run(Order order, Step step) {
    Settlement settlement = settlements.find(order.id()).orElseThrow();
    StepOutcome outcome = calls.steps().run(step, confirmed(order), settlement);
    settlements.record(order, step, settlement, outcome);
    return goesOn(outcome);
  }

  private boolean reconcile(Order order, Step step, Settlement settlement) {
    if (clock.instant().isBefore(settlement.nextAttemptAt())) {
      return false;
    }
    StepOutcome outcome = calls.reconciling().reconcile(step, confirmed(order), settlement);
    settlements.record(order, step, settlement, outcome);
    return goesOn(outcome);
  }

  private static boolean goesOn(StepOutcome outcome) {
    return outcome.<Boolean>match(reached -> true, again -> false, doubt -> false, next -> true);
  }

  /** The mandate is checked against the stored order again before every call. */
  private ConfirmedOrder confirmed(Order order) {
    return mandates
        .confirmed(order)
        .orElseThrow(
            () -> {
              LOG.error("Order {} has no mandate that covers it; it is not paid", order.id());
              return new IllegalStateException("no mandate covers order " + order.id());
            });
  }
}
