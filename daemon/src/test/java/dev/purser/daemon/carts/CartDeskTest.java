package dev.purser.daemon.carts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.purser.agentapi.AddToCart;
import dev.purser.agentapi.AddToCartAnswer;
import dev.purser.agentapi.AddToCartAnswer.Result;
import dev.purser.agentapi.Amount;
import dev.purser.agentapi.CandidateView;
import dev.purser.agentapi.CartView;
import dev.purser.agentapi.ProblemException;
import dev.purser.daemon.SettableClock;
import dev.purser.daemon.audit.AuditReader;
import dev.purser.daemon.audit.AuditReport;
import dev.purser.daemon.database.Database;
import dev.purser.daemon.database.OnEachDatabase;
import dev.purser.daemon.ledger.BooksWriter;
import dev.purser.daemon.purchasing.AtOnce;
import dev.purser.vendors.VendorRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class CartDeskTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456789Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final int CHANGES_PER_DAY = 103;

  private final SettableClock clock = new SettableClock(NOW);

  private final ShopWindow corner = new ShopWindow("corner-store");
  private final ShopWindow grocer = new ShopWindow("greengrocer");

  @SuppressWarnings("NullAway.Init")
  private Database database;

  @SuppressWarnings("NullAway.Init")
  private BooksWriter books;

  @SuppressWarnings("NullAway.Init")
  private CartDesk desk;

  @BeforeEach
  void open(Database opened) {
    database = opened;
    books = BooksWriter.start(database, clock);
    corner.show("eggs", "Eggs, grade A", 2_94).show("milk-whole", "Whole milk", 4_16);
    grocer.show("leek", "Leek", 1_20).show("oat-milk", "Oat milk", 2_20);
    desk = deskOf(corner, grocer);
  }

  private CartDesk deskOf(ShopWindow... shops) {
    return new CartDesk(
        new Carts(books, database.jdbi(), new CartQuota(CHANGES_PER_DAY, BERLIN)),
        new VendorRegistry(List.of(shops)),
        clock);
  }

  @AfterEach
  void close() {
    books.close();
    assertThat(new AuditReader(database.jdbi()).verify()).isInstanceOf(AuditReport.Intact.class);
  }

  @OnEachDatabase
  void aSkuSetsTheLineAtTheDaemonsPrice() {
    AddToCartAnswer answer = set("eggs", 2);

    assertThat(answer.result()).isEqualTo(Result.IN_CART);
    CartView.Line line = answer.cart().lines().get(0);
    assertThat(line.title()).isEqualTo("Eggs, grade A");
    assertThat(line.unitPrice()).isEqualTo(new Amount("USD", "2.94"));
    assertThat(line.total()).isEqualTo(new Amount("USD", "5.88"));
    assertThat(line.quotedAt()).isEqualTo("2026-11-23T10:00:00.123456Z");
    assertThat(answer.cart().totals())
        .containsExactly(new CartView.VendorTotal("corner-store", new Amount("USD", "5.88")));
  }

  @OnEachDatabase
  void theQuantityIsAbsoluteSoThatARetryIsHarmless() {
    AddToCartAnswer first = set("eggs", 2);

    assertThat(set("eggs", 2)).isEqualTo(first);
    assertThat(events()).isEqualTo(1);
    assertThat(quantities(set("eggs", 3))).containsExactly("eggs 3");
    assertThat(events()).isEqualTo(2);
  }

  @OnEachDatabase
  void aNewPriceIsTakenWhenTheLineIsSetAgain() {
    set("eggs", 2);
    corner.show("eggs", "Eggs, grade A", 3_12);

    assertThat(set("eggs", 2).cart().lines().get(0).unitPrice())
        .isEqualTo(new Amount("USD", "3.12"));
  }

  @OnEachDatabase
  void zeroRemovesTheLineAndNothingElse() {
    set("eggs", 2);
    set("leek", 1);

    AddToCartAnswer answer = set("eggs", 0);

    assertThat(answer.result()).isEqualTo(Result.REMOVED);
    assertThat(quantities(answer)).containsExactly("leek 1");
    assertThat(set("eggs", 0).result()).as("again").isEqualTo(Result.REMOVED);
    assertThat(events()).isEqualTo(3);
  }

  @OnEachDatabase
  void aLineCanBeRemovedWhenItsVendorIsStruckOff() {
    set("eggs", 2);
    desk = deskOf(grocer);

    assertThat(set("eggs", 0).cart().lines()).isEmpty();
  }

  @OnEachDatabase
  void wordsOfSeveralProductsAreAChoice() {
    set("eggs", 1);

    AddToCartAnswer answer = set("milk", 1);

    assertThat(answer.result()).isEqualTo(Result.CHOOSE);
    assertThat(answer.candidates())
        .extracting(CandidateView::sku)
        .containsExactlyInAnyOrder("milk-whole", "oat-milk");
    assertThat(quantities(answer)).as("nothing was added").containsExactly("eggs 1");
  }

  @OnEachDatabase
  void whatNobodySellsIsNotFound() {
    AddToCartAnswer answer = set("plutonium", 1);

    assertThat(answer.result()).isEqualTo(Result.NOT_FOUND);
    assertThat(answer.cart().lines()).isEmpty();
  }

  @OnEachDatabase
  void onlyTheNamedVendorIsSearched() {
    assertThat(desk.set("agent", new AddToCart("eggs", 1, "greengrocer")).result())
        .isEqualTo(Result.NOT_FOUND);
    assertProblem("vendor-not-allowed", "eggs", "corner-st0re");
    assertProblem("vendor-not-allowed", "eggs", "Not A Name");
  }

  @OnEachDatabase
  void aGtinWithAWrongCheckDigitIsAClearError() {
    assertProblem("gtin-check-digit", "4006381333932", null);
  }

  @OnEachDatabase
  void cartsAreEachAgentsOwn() {
    set("eggs", 2);

    assertThat(desk.set("other", new AddToCart("leek", 1, null)).cart().lines()).hasSize(1);
  }

  @OnEachDatabase
  void theHundredthLineFitsAndNoMore() {
    for (int i = 0; i < 101; i++) {
      corner.show("sku-" + i, "Thing", 1);
    }
    for (int i = 0; i < 100; i++) {
      assertThat(set("sku-" + i, 1).result()).isEqualTo(Result.IN_CART);
    }

    assertProblem("cart-full", "sku-100", null);
    assertThat(set("sku-7", 2).result()).as("a line that is there").isEqualTo(Result.IN_CART);
    set("sku-8", 0);
    assertThat(set("sku-100", 1).cart().lines()).hasSize(100);
  }

  @OnEachDatabase
  void lastChangeOfADayIsTakenAndTheNextToldWhenToComeBack() {
    changeUntilTheQuotaIsUsedUp();
    clock.set(Instant.parse("2026-11-23T22:59:59Z"));

    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> set("milk-whole", 1));

    assertThat(refused.problem().code()).isEqualTo("too-many-requests");
    assertThat(refused.problem().detail()).contains("103 times", "until 2026-11-24T00:00+01:00");
    assertThat(refused.retryAfterSeconds()).hasValue(2);
    assertThat(events()).isEqualTo(CHANGES_PER_DAY);
    clock.pass(Duration.ofSeconds(1));
    assertThat(set("milk-whole", 1).result()).isEqualTo(Result.IN_CART);
  }

  @OnEachDatabase
  void whatChangesNothingIsNeitherCountedNorRefused() {
    for (int again = 0; again < 2 * CHANGES_PER_DAY; again++) {
      set("eggs", 2);
    }
    assertThat(events()).isOne();

    changeUntilTheQuotaIsUsedUp();
    int last = set("eggs", 0).cart().lines().size();
    assertThat(last).as("taken out though the quota is used up").isZero();
    assertProblem("too-many-requests", "eggs", null);
  }

  @OnEachDatabase
  void quotaIsEachAgentsOwnAndOutlivesTheDesk() {
    changeUntilTheQuotaIsUsedUp();
    desk = deskOf(corner);

    assertProblem("too-many-requests", "milk-whole", null);
    assertThat(desk.set("other", new AddToCart("milk-whole", 1, null)).result())
        .isEqualTo(Result.IN_CART);
  }

  private void changeUntilTheQuotaIsUsedUp() {
    for (int change = (int) events(); change < CHANGES_PER_DAY; change++) {
      set("eggs", 1 + (change + 1) % 2);
    }
  }

  @OnEachDatabase
  void manyWhoSetOneLineAtOnceLeaveOneLine() {
    List<AddToCartAnswer> answers = AtOnce.run(10, caller -> set("eggs", caller + 1));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.cart().lines()).hasSize(1));
  }

  private void assertProblem(String code, String item, @Nullable String vendor) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> desk.set("agent", new AddToCart(item, 1, vendor)))
        .satisfies(problem -> assertThat(problem.problem().code()).isEqualTo(code));
  }

  private AddToCartAnswer set(String item, int quantity) {
    return desk.set("agent", new AddToCart(item, quantity, null));
  }

  private static List<String> quantities(AddToCartAnswer answer) {
    return answer.cart().lines().stream().map(line -> line.sku() + " " + line.quantity()).toList();
  }

  private long events() {
    return new AuditReader(database.jdbi())
        .verify()
        .<Long>match(AuditReport.Intact::length, broken -> -1L);
  }
}
