package dev.purser.daemon.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.budgets.Payee;
import dev.purser.budgets.Requisition;
import dev.purser.budgets.RequisitionLine;
import dev.purser.budgets.VendorId;
import dev.purser.daemon.SettableClock;
import dev.purser.daemon.audit.AuditReader;
import dev.purser.daemon.database.Database;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.ledger.BooksWriter;
import dev.purser.daemon.orders.OpenOrders.Cause;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class OpenOrdersTest {
  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
  private static final Instant END = START.plus(Duration.ofHours(24));
  private static final Duration LOOKED = Duration.ofSeconds(7);
  private static final UUID ORDER = new UUID(7, 1);
  private static final String KEY = "cd".repeat(32);
  private static final Cause OWNER = Cause.of("owner");

  private final SettableClock clock = new SettableClock(START);

  @SuppressWarnings("NullAway.Init")
  private Database database;

  @SuppressWarnings("NullAway.Init")
  private BooksWriter books;

  @BeforeEach
  void open(Database opened) {
    database = opened;
    books = BooksWriter.start(database, clock);
  }

  @AfterEach
  void close() {
    books.close();
  }

  @OnEachDatabase
  void anOrderIsReadAsItWasKept() {
    Order order = waiting();

    assertThat(new Orders(database.jdbi()).find(ORDER)).contains(order);
    assertThat(new Orders(database.jdbi()).latest(10)).containsExactly(order);
    assertThat(new Orders(database.jdbi()).find(new UUID(7, 2))).isEmpty();
  }

  @OnEachDatabase
  void onlyTheFirstMoveFromAStateCounts() {
    waiting();

    assertThat(move(OrderState.AWAITING_CONFIRMATION, OrderState.DECLINED)).isTrue();
    assertThat(move(OrderState.AWAITING_CONFIRMATION, OrderState.DECLINED)).isFalse();
    assertThat(move(OrderState.AWAITING_CONFIRMATION, OrderState.EXPIRED)).isFalse();
    assertThat(state()).isEqualTo(OrderState.DECLINED);
    assertThat(new AuditReader(database.jdbi()).story(ORDER)).hasSize(1);
  }

  @OnEachDatabase
  void aMoveThatIsNotInTheTableIsAFault() {
    waiting();

    assertThatIllegalStateException()
        .isThrownBy(() -> move(OrderState.AWAITING_CONFIRMATION, OrderState.PAID));
    assertThat(state()).isEqualTo(OrderState.AWAITING_CONFIRMATION);
  }

  @OnEachDatabase
  void onlyTheFirstYesCounts() {
    Order order = waiting();

    assertThat(confirm(order.digest())).isTrue();
    assertThat(confirm(order.digest())).isFalse();
    assertThat(new AuditReader(database.jdbi()).story(ORDER)).hasSize(1);
  }

  @OnEachDatabase
  void aYesToAnythingElseDoesNotCount() {
    Order order = waiting();

    assertThat(confirm("0".repeat(64))).isFalse();
    assertThat(state()).isEqualTo(OrderState.AWAITING_CONFIRMATION);
    assertThat(confirm(order.digest())).isTrue();
  }

  @OnEachDatabase
  void aYesCountsUntilJustBeforeTheEnd() {
    Order order = waiting();
    clock.set(END);
    assertThat(confirm(order.digest())).isFalse();

    clock.set(END.minusNanos(1_000));
    assertThat(confirm(order.digest())).isTrue();
  }

  @OnEachDatabase
  void whatIsOverdueIsNoLongerPending() {
    waiting();
    clock.set(END.minusNanos(1_000));
    assertThat(seen()).isEqualTo(new Seen(List.of(), 1, true));

    clock.set(END);

    assertThat(seen()).isEqualTo(new Seen(List.of(ORDER), 0, false));
  }

  private record Seen(List<UUID> overdue, int pending, boolean isFound) {}

  private Seen seen() {
    return within(
        orders ->
            new Seen(
                orders.overdue(),
                orders.countPending("agent"),
                orders.pending("agent", KEY).isPresent()));
  }

  @OnEachDatabase
  void anOutcomeStaysUntilThereIsAnother() {
    waiting();
    within(orders -> orders.confirm(ORDER, order().digest(), Optional.of(LOOKED), OWNER));
    within(
        orders ->
            orders.move(
                ORDER,
                OrderState.CONFIRMED,
                OrderState.IN_DOUBT,
                Cause.because("daemon", "Not known.")));
    move(OrderState.IN_DOUBT, OrderState.AUTHORIZED);

    assertThat(new Orders(database.jdbi()).find(ORDER).orElseThrow().course().outcome())
        .contains("Not known.");
  }

  private Order waiting() {
    Order order = order();
    within(
        orders -> {
          orders.add(order);
          return true;
        });
    return order;
  }

  private boolean move(OrderState from, OrderState to) {
    return within(orders -> orders.move(ORDER, from, to, OWNER));
  }

  private boolean confirm(String digest) {
    return within(orders -> orders.confirm(ORDER, digest, Optional.of(LOOKED), OWNER));
  }

  private OrderState state() {
    return new Orders(database.jdbi()).find(ORDER).orElseThrow().state();
  }

  private <T> T within(Function<OpenOrders, T> decision) {
    return books.change(open -> decision.apply(new OpenOrders(open)));
  }

  private static Order order() {
    Currency usd = Currency.getInstance("USD");
    Requisition requisition =
        new Requisition(
            new VendorId("corner-store"),
            new Payee("Corner Store", URI.create("https://corner-store.example")),
            usd,
            List.of(
                new RequisitionLine(
                    "eggs", "Eggs", "doz", 2, new Money(usd, 294), new CategoryId("pantry"))),
            List.of(),
            "1 Harbour Street",
            "ab".repeat(32));
    return new Order(
        ORDER,
        OrderState.AWAITING_CONFIRMATION,
        new Order.Asked("agent", KEY, Optional.of("nearly out"), Optional.empty()),
        FrozenRequisition.freeze(requisition),
        YearMonth.of(2026, 11),
        Order.Course.begun(START, END, Optional.empty()));
  }
}
