package dev.purser.daemon.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.purser.budgets.BudgetPosition;
import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.daemon.audit.AuditReader;
import dev.purser.daemon.audit.AuditReport;
import dev.purser.daemon.database.Database;
import dev.purser.daemon.database.OnEachDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class LedgerTest {
  private static final YearMonth MONTH = YearMonth.of(2026, 11);
  private static final UUID ORDER = new UUID(7, 1);
  private static final UUID OTHER_ORDER = new UUID(7, 2);
  private static final BudgetBook.Change CHANGE = new BudgetBook.Change("finance", "because");

  /** Half past midnight in Berlin, still October in New York. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-10-31T23:30:00Z"), ZoneOffset.UTC);

  @SuppressWarnings("NullAway.Init")
  private BooksWriter books;

  @SuppressWarnings("NullAway.Init")
  private BudgetBook budgets;

  @SuppressWarnings("NullAway.Init")
  private Database database;

  @BeforeEach
  void open(Database opened) {
    database = opened;
    books = BooksWriter.start(database, CLOCK);
    budgets = new JdbiBudgetBook(books, database.jdbi(), CLOCK, ZoneId.of("Europe/Berlin"));
  }

  @AfterEach
  void close() {
    books.close();
    assertThat(new AuditReader(database.jdbi()).verify()).isInstanceOf(AuditReport.Intact.class);
  }

  @OnEachDatabase
  void theMonthIsTheOwners() {
    assertThat(budgets.currentMonth()).isEqualTo(MONTH);
    assertThat(
            new JdbiBudgetBook(books, database.jdbi(), CLOCK, ZoneId.of("America/New_York"))
                .currentMonth())
        .isEqualTo(YearMonth.of(2026, 10));
  }

  @OnEachDatabase
  void anAmountThatIsSetIsAvailable() {
    BudgetPosition set = set("household/pantry", "400.00 USD");

    assertThat(set)
        .isEqualTo(BudgetPosition.untouched(new CategoryId("household/pantry"), usd(400_00)));
    assertThat(budgets.positions(MONTH)).containsExactly(set);
    assertThat(budgets.positions(MONTH.plusMonths(1))).isEmpty();
  }

  @OnEachDatabase
  void everyRevisionIsKeptTheLatestFirst() {
    set("pantry", "400.00 USD");
    set("pantry", "300.00 USD");

    assertThat(budgets.revisions(MONTH))
        .extracting(BudgetRevision::before, BudgetRevision::after)
        .containsExactly(
            tuple(Optional.of(usd(400_00)), usd(300_00)), tuple(Optional.empty(), usd(400_00)));
    assertThat(budgets.revisions(MONTH).get(0).change()).isEqualTo(CHANGE);
    assertThat(position("pantry").budget()).isEqualTo(usd(300_00));
  }

  @OnEachDatabase
  void anAmountBelowWhatIsUsedLeavesLessThanNothing() {
    set("pantry", "400.00 USD");
    hold(ORDER, "pantry", 100_00);

    assertThat(set("pantry", "99.99 USD").available()).isEqualTo(usd(-1));
    assertThat(position("pantry").held()).isEqualTo(usd(100_00));
    assertOverdrawn("pantry", 1);
  }

  @OnEachDatabase
  void anAmountOfNothingIsABudget() {
    set("pantry", "0.00 USD");

    hold(ORDER, "pantry", 0);
    assertOverdrawn("pantry", 1);
  }

  @OnEachDatabase
  void aNegativeAmountIsRefused() {
    assertThatExceptionOfType(BudgetRefusedException.class)
        .isThrownBy(() -> set("pantry", "-0.01 USD"))
        .withMessage("a budget cannot be negative: -0.01 USD");
    assertThat(budgets.positions(MONTH)).isEmpty();
  }

  @OnEachDatabase
  void aTreeKeepsOneCurrency() {
    set("household/pantry", "400.00 USD");

    assertRefused("household/pantry", "400.00 EUR");
    assertRefused("household", "400.00 EUR");
    assertRefused("household/pantry/spices", "400.00 EUR");
    assertThat(budgets.revisions(MONTH)).hasSize(1);
    set("household/treats", "400.00 EUR");
    set("workshop", "400.00 EUR");
  }

  @OnEachDatabase
  void anAmountSetOnAParentLaterCountsWhatWasUsedBelow() {
    set("household/pantry", "400.00 USD");
    set("household/treats", "50.00 USD");
    set("householder", "50.00 USD");
    hold(ORDER, "household/pantry", 30_00);
    hold(OTHER_ORDER, "household/treats", 4_00);
    hold(new UUID(7, 3), "householder", 9_00);
    ledger(ledger -> ledger.commit(ORDER));

    BudgetPosition household = set("household", "100.00 USD");

    assertThat(household.held()).isEqualTo(usd(4_00));
    assertThat(household.committed()).isEqualTo(usd(30_00));
    assertThat(household.available()).isEqualTo(usd(66_00));
    ledger(ledger -> ledger.spend(ORDER, usd(25_00)));
    ledger(ledger -> ledger.release(OTHER_ORDER));
    assertThat(position("household").spent()).isEqualTo(usd(25_00));
    assertThat(position("household").available()).isEqualTo(usd(75_00));
  }

  /** Whatever policy says: the database's own condition is the last guard. */
  @OnEachDatabase
  void moreThanIsLeftCannotBeHeld() {
    set("pantry", "100.00 USD");
    hold(ORDER, "pantry", 99_99);

    assertOverdrawn("pantry", 2);
    hold(OTHER_ORDER, "pantry", 1);
    assertOverdrawn("pantry", 1);
    assertThat(position("pantry").held()).isEqualTo(usd(100_00));
  }

  @OnEachDatabase
  void whatIsCommittedOrSpentCannotBeHeldAgain() {
    set("pantry", "100.00 USD");
    hold(ORDER, "pantry", 60_00);
    ledger(ledger -> ledger.commit(ORDER));
    assertOverdrawn("pantry", 40_01);
    ledger(ledger -> ledger.spend(ORDER, usd(60_00)));
    assertOverdrawn("pantry", 40_01);

    hold(OTHER_ORDER, "pantry", 40_00);
  }

  @OnEachDatabase
  void aParentThatIsShortHoldsNothingBelow() {
    set("household", "10.00 USD");
    set("household/pantry", "400.00 USD");

    assertOverdrawn("household/pantry", 10_01);
    assertThat(position("household/pantry").held()).isEqualTo(usd(0));
    hold(ORDER, "household/pantry", 10_00);
  }

  @OnEachDatabase
  void whereNoAmountIsSetNothingCanBeHeld() {
    assertOverdrawn("pantry", 1);
    assertOverdrawn("pantry", 0);
  }

  @OnEachDatabase
  void ofSeveralSharesAllAreHeldOrNone() {
    set("pantry", "10.00 USD");
    set("treats", "10.00 USD");
    TreeMap<CategoryId, Money> shares = new TreeMap<>();
    shares.put(new CategoryId("pantry"), usd(5_00));
    shares.put(new CategoryId("treats"), usd(10_01));

    assertThatExceptionOfType(OverdrawnException.class)
        .isThrownBy(() -> ledger(ledger -> ledger.hold(ORDER, shares, MONTH)));

    assertThat(position("pantry").held()).isEqualTo(usd(0));
    assertThat(entries()).isZero();
  }

  @OnEachDatabase
  void releasingTwiceGivesBackOnce() {
    set("pantry", "100.00 USD");
    hold(ORDER, "pantry", 60_00);
    hold(OTHER_ORDER, "pantry", 10_00);

    ledger(ledger -> ledger.release(ORDER));
    ledger(ledger -> ledger.release(ORDER));

    assertThat(position("pantry").held()).isEqualTo(usd(10_00));
    assertThat(entries()).isEqualTo(3);
  }

  @OnEachDatabase
  void committedBudgetIsReleasedToo() {
    set("pantry", "100.00 USD");
    hold(ORDER, "pantry", 60_00);
    ledger(ledger -> ledger.commit(ORDER));

    ledger(ledger -> ledger.release(ORDER));

    assertThat(position("pantry").available()).isEqualTo(usd(100_00));
  }

  @OnEachDatabase
  void aPartCapturedIsSharedOutToTheLastCent() {
    set("pantry", "100.00 USD");
    set("treats", "100.00 USD");
    TreeMap<CategoryId, Money> shares =
        new TreeMap<>(
            Map.of(new CategoryId("pantry"), usd(2_00), new CategoryId("treats"), usd(1_00)));
    ledger(ledger -> ledger.hold(ORDER, shares, MONTH));
    ledger(ledger -> ledger.commit(ORDER));

    ledger(ledger -> ledger.spend(ORDER, usd(1_00)));

    assertThat(position("pantry").spent()).isEqualTo(usd(67));
    assertThat(position("treats").spent()).isEqualTo(usd(33));
    assertThat(position("pantry").committed()).isEqualTo(usd(0));
    ledger(ledger -> ledger.refund(ORDER, usd(1_00)));
    assertThat(position("pantry").available()).isEqualTo(usd(100_00));
    assertThat(position("treats").available()).isEqualTo(usd(100_00));
  }

  private void assertRefused(String category, String amount) {
    assertThatExceptionOfType(BudgetRefusedException.class)
        .isThrownBy(() -> set(category, amount))
        .withMessageContaining("would mix currencies");
  }

  private void assertOverdrawn(String category, long cents) {
    assertThatExceptionOfType(OverdrawnException.class)
        .isThrownBy(() -> hold(new UUID(8, cents), category, cents));
  }

  private BudgetPosition set(String category, String amount) {
    return budgets.set(new CategoryId(category), MONTH, Money.parse(amount), CHANGE);
  }

  private void hold(UUID order, String category, long cents) {
    TreeMap<CategoryId, Money> shares = new TreeMap<>(Map.of(new CategoryId(category), usd(cents)));
    ledger(ledger -> ledger.hold(order, shares, MONTH));
  }

  private void ledger(Consumer<Ledger> movement) {
    books.change(
        open -> {
          movement.accept(open.ledger());
          return true;
        });
  }

  private BudgetPosition position(String category) {
    return budgets.positions(MONTH).stream()
        .filter(position -> position.category().path().equals(category))
        .findFirst()
        .orElseThrow();
  }

  private int entries() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from ledger_entries")
                    .mapTo(Integer.class)
                    .one());
  }

  private static Money usd(long cents) {
    return Money.ofMinor("USD", cents);
  }
}
