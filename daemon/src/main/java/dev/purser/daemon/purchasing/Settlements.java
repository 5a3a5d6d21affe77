package dev.purser.daemon.purchasing;

import dev.purser.budgets.Money;
import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.ledger.Books;
import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.notices.News;
import dev.purser.daemon.notices.NoticeQueue;
import dev.purser.daemon.orders.OpenOrders;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.orders.OrderState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The books' side of paying: a step is announced, then made elsewhere, then its outcome recorded.
 */
final class Settlements {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final int MAX_DOUBLINGS = 7;
  private static final int DUE_AT_ONCE = 50;

  private final Books books;
  private final Jdbi jdbi;
  private final NoticeQueue notices;
  private final Terms terms;

  Settlements(Books books, Jdbi jdbi, NoticeQueue notices, Terms terms) {
    this.books = books;
    this.jdbi = jdbi;
    this.notices = notices;
    this.terms = terms;
  }

  /**
   * What holds for every order.
   *
   * @param rail which way is paid, for the record
   * @param undoWindow how long an authorized order waits before it is placed
   */
  record Terms(String rail, Duration undoWindow) {}

  /** With the owner's yes, in the same decision. */
  void begin(OpenBooks open, UUID order) {
    open.dao(SettlementsDao.class).insert(order, terms.rail(), open.now());
  }

  Optional<Settlement> find(UUID order) {
    return jdbi.withExtension(SettlementsDao.class, dao -> dao.find(order));
  }

  List<UUID> due(Clock clock) {
    return jdbi.withExtension(SettlementsDao.class, dao -> dao.due(clock.instant(), DUE_AT_ONCE));
  }

  /** When the undo window of an order ends. */
  Instant undoableUntil(Order order) {
    return order.course().confirmedAt().orElseThrow().plus(terms.undoWindow());
  }

  /** Writes the intent down; false when another step is under way or the order has moved on. */
  boolean announce(Order order, Step step) {
    return books.change(
        open -> {
          OrderState state = new OpenOrders(open).find(order.id()).orElseThrow().state();
          boolean announced =
              state == step.from()
                  && open.dao(SettlementsDao.class).announce(order.id(), step.name());
          if (announced) {
            open.record(
                AuditEntry.of(
                    "settlement.step-announced",
                    order.id(),
                    "daemon",
                    Map.of("step", step.wireName(), "rail", terms.rail())));
          }
          return announced;
        });
  }

  /** A step that was announced and of whose outcome nothing is known, after a crash. */
  void doubtAbandoned(Order order, Step step) {
    books.change(
        open ->
            stands(open, order, step)
                && doubt(open, order, step, 0, "the daemon was stopped meanwhile"));
  }

  /** Records what came of a step; nothing if another daemon took the order over meanwhile. */
  void record(Order order, Step step, Settlement settlement, StepOutcome outcome) {
    books.change(
        open ->
            stands(open, order, step)
                && outcome.<Boolean>match(
                    reached -> reached(open, order, step, reached),
                    again -> again(open, order, step, settlement, again),
                    doubt -> doubt(open, order, step, settlement.attempts(), doubt.reason()),
                    next -> next(open, order, next)));
  }

  /** Whether the step is still the one announced, and the order where it was then. */
  private static boolean stands(OpenBooks open, Order order, Step step) {
    return new OpenOrders(open).find(order.id()).orElseThrow().state() == order.state()
        && open.dao(SettlementsDao.class).find(order.id()).orElseThrow().step().stream()
            .anyMatch(step::equals);
  }

  private boolean reached(OpenBooks open, Order order, Step step, StepOutcome.Reached reached) {
    SettlementsDao dao = open.dao(SettlementsDao.class);
    OpenOrders.Cause cause =
        new OpenOrders.Cause("daemon", reached.outcome(), Map.of("step", step.wireName()));
    if (!new OpenOrders(open).move(order.id(), order.state(), reached.to(), cause)) {
      return false;
    }
    dao.schedule(order.id(), null, 0, nextFor(open, order, reached.to()));
    reached
        .reference()
        .ifPresent(
            reference -> {
              if (step == Step.PLACE) {
                dao.placed(order.id(), reference);
              } else {
                dao.authorized(order.id(), reference);
              }
            });
    reached.captured().ifPresent(captured -> spend(open, order, captured));
    if (reached.to() == OrderState.FAILED || reached.to() == OrderState.UNDONE) {
      open.ledger().release(order.id());
    }
    tell(open, order.id(), reached.to());
    return true;
  }

  private static void spend(OpenBooks open, Order order, Money captured) {
    open.dao(SettlementsDao.class).captured(order.id(), captured.minor());
    open.ledger().spend(order.id(), captured);
  }

  /** An order in doubt stays in doubt until it is known what happened. */
  private boolean again(
      OpenBooks open, Order order, Step step, Settlement settlement, StepOutcome.Again again) {
    if (order.state() == OrderState.IN_DOUBT) {
      return doubt(open, order, step, settlement.attempts(), again.reason());
    }
    int attempts = settlement.attempts() + 1;
    open.dao(SettlementsDao.class)
        .schedule(order.id(), null, attempts, open.now().plus(pause(attempts)));
    open.record(
        AuditEntry.of(
            "settlement.step-postponed",
            order.id(),
            "daemon",
            Map.of("step", step.wireName(), "reason", again.reason())));
    return true;
  }

  private boolean doubt(OpenBooks open, Order order, Step step, int before, String reason) {
    int attempts = before + 1;
    open.dao(SettlementsDao.class)
        .schedule(order.id(), step.name(), attempts, open.now().plus(pause(attempts)));
    if (order.state() == OrderState.IN_DOUBT) {
      return true;
    }
    OpenOrders.Cause cause =
        new OpenOrders.Cause(
            "daemon",
            Optional.of("It is not known yet whether the last step worked."),
            Map.of("step", step.wireName(), "reason", reason));
    boolean moved =
        new OpenOrders(open).move(order.id(), order.state(), OrderState.IN_DOUBT, cause);
    if (moved) {
      tell(open, order.id(), OrderState.IN_DOUBT);
    }
    return moved;
  }

  /** The order stays where it is; the other step is announced in this one's place. */
  private static boolean next(OpenBooks open, Order order, StepOutcome.Next next) {
    open.dao(SettlementsDao.class).schedule(order.id(), next.step().name(), 0, open.now());
    open.record(
        AuditEntry.of(
            "settlement.step-announced",
            order.id(),
            "daemon",
            Map.of("step", next.step().wireName(), "reason", next.reason())));
    return true;
  }

  private Instant nextFor(OpenBooks open, Order order, OrderState to) {
    return to == OrderState.AUTHORIZED ? undoableUntil(order) : open.now();
  }

  private void tell(OpenBooks open, UUID order, OrderState state) {
    switch (state) {
      case PAID -> notices.add(open, order, new News.Paid());
      case FAILED -> notices.add(open, order, new News.Failed());
      case IN_DOUBT -> notices.add(open, order, new News.InDoubt());
      default -> {
        // Whoever moved it there was looking at it.
      }
    }
  }

  static Duration pause(int attempts) {
    return FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, MAX_DOUBLINGS));
  }
}
