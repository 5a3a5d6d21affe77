package dev.purser.daemon.orders;

import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.ledger.OpenBooks;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders inside a decision: every move is compare-and-set, and is an event. */
public final class OpenOrders {
  /** As many overdue orders as one decision clears away; the rest wait for the next. */
  private static final int MAX_OVERDUE = 100;

  private final OpenBooks books;
  private final OrdersDao dao;

  public OpenOrders(OpenBooks books) {
    this.books = books;
    this.dao = books.dao(OrdersDao.class);
  }

  public void add(Order order) {
    dao.insert(OrderRow.of(order));
  }

  public Optional<Order> find(UUID id) {
    return dao.find(id).map(OrderRow::order);
  }

  /** The agent's order of the same content that still waits for the owner. */
  public Optional<Order> pending(String agent, String contentKey) {
    return dao.pending(agent, contentKey, books.now()).map(OrderRow::order);
  }

  /** The agent's newest order of the same content that was denied after that moment. */
  public Optional<Order> lastDenied(String agent, String contentKey, Instant since) {
    return dao.lastDenied(agent, contentKey, since).map(OrderRow::order);
  }

  /**
   * When the agent proposed the nth-last of its orders that are in one of the states.
   *
   * @param n 1 for the last one
   * @param since empty if it was not after this
   */
  public Optional<Instant> nthLast(String agent, Set<OrderState> states, int n, Instant since) {
    return dao.nthLast(agent, states.stream().map(OrderState::name).toList(), n - 1, since);
  }

  /** How many of the agent's orders wait for the owner. */
  public int countPending(String agent) {
    return dao.countPending(agent, books.now());
  }

  /** Orders whose owner did not answer in time and that nobody has ended yet. */
  public List<UUID> overdue() {
    return dao.overdue(books.now(), MAX_OVERDUE);
  }

  /** All orders of the agent that wait for the owner. */
  public List<UUID> waitingOf(String agent) {
    return dao.waitingOf(agent);
  }

  /**
   * Moves the order on and records it.
   *
   * @return false when it was no longer in that state; then nothing changed
   */
  public boolean move(UUID id, OrderState from, OrderState to, Cause cause) {
    if (!from.canBecome(to)) {
      throw new IllegalStateException("no order goes from %s to %s".formatted(from, to));
    }
    boolean moved = dao.move(id, from.name(), to.name(), cause.outcome().orElse(null), books.now());
    if (moved) {
      record(id, from, to, cause);
    }
    return moved;
  }

  /**
   * Like {@link #move}, for the owner's yes to exactly what the digest stands for, in time.
   *
   * @param shownFor between the owner's seeing the order and the yes, kept to the millisecond;
   *     empty for a yes in advance
   */
  public boolean confirm(UUID id, String digest, Optional<Duration> shownFor, Cause cause) {
    @Nullable Long millis = shownFor.map(Duration::toMillis).orElse(null);
    boolean confirmed = dao.confirm(id, digest, millis, books.now());
    if (confirmed) {
      record(
          id,
          OrderState.AWAITING_CONFIRMATION,
          OrderState.CONFIRMED,
          millis == null ? cause : cause.with("shown_millis", Long.toString(millis)));
    }
    return confirmed;
  }

  /** Keeps why the owner declined, for the agent; the order has been moved already. */
  public void keep(UUID id, Decline decline) {
    dao.decline(id, decline.code().wireName(), decline.reason());
  }

  /** The order that the agent proposed, where this one has taken its place, perhaps not at once. */
  public Order asProposed(Order order) {
    Order first = order;
    Optional<Order> before = first.asked().replaces().flatMap(this::find);
    while (before.isPresent()) {
      first = before.get();
      before = first.asked().replaces().flatMap(this::find);
    }
    return first;
  }

  private void record(UUID id, OrderState from, OrderState to, Cause cause) {
    Map<String, Object> data = new LinkedHashMap<>(cause.facts());
    data.put("from", from.wireName());
    data.put("to", to.wireName());
    cause.outcome().ifPresent(outcome -> data.put("outcome", outcome));
    books.record(AuditEntry.of("order." + to.wireName(), id, cause.actor(), data));
  }

  /**
   * Who moved an order, and why.
   *
   * @param outcome a sentence for the owner, where the move needs one
   * @param facts for the audit trail
   */
  public record Cause(String actor, Optional<String> outcome, Map<String, ?> facts) {
    public static Cause of(String actor) {
      return new Cause(actor, Optional.empty(), Map.of());
    }

    public static Cause because(String actor, String outcome) {
      return new Cause(actor, Optional.of(outcome), Map.of());
    }

    /** The same cause with one more fact. */
    public Cause with(String name, String value) {
      Map<String, Object> more = new LinkedHashMap<>(facts);
      more.put(name, value);
      return new Cause(actor, outcome, more);
    }
  }
}
