package dev.purser.daemon.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.agentapi.AddToCart;
import dev.purser.agentapi.AddToCartAnswer;
import dev.purser.agentapi.AgentName;
import dev.purser.agentapi.OrderView;
import dev.purser.agentapi.ProposeOrder;
import dev.purser.budgets.BudgetPosition;
import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.budgets.attention.UsualHours;
import dev.purser.daemon.SettableClock;
import dev.purser.daemon.agents.AgentBounds;
import dev.purser.daemon.agents.AgentRegister;
import dev.purser.daemon.audit.AuditEvent;
import dev.purser.daemon.audit.AuditReader;
import dev.purser.daemon.audit.AuditReport;
import dev.purser.daemon.confirmation.Evidence;
import dev.purser.daemon.confirmation.Links;
import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.confirmation.Mandates;
import dev.purser.daemon.confirmation.OwnerProof;
import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.confirmation.ProofFinding;
import dev.purser.daemon.confirmation.ProofGuard;
import dev.purser.daemon.database.Database;
import dev.purser.daemon.inspection.BooksInspection;
import dev.purser.daemon.ledger.BooksWriter;
import dev.purser.daemon.ledger.BudgetBook;
import dev.purser.daemon.ledger.JdbiBudgetBook;
import dev.purser.daemon.notices.Insistence;
import dev.purser.daemon.notices.LetterWriter;
import dev.purser.daemon.notices.NoticeQueue;
import dev.purser.daemon.notices.NoticeSender;
import dev.purser.daemon.notices.Pace;
import dev.purser.daemon.notices.PostOffice;
import dev.purser.daemon.notices.Postman;
import dev.purser.daemon.notices.QuietHours;
import dev.purser.daemon.notices.WaitingNotices;
import dev.purser.daemon.notices.words.Templates;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.orders.OrderState;
import dev.purser.daemon.orders.Orders;
import dev.purser.daemon.passkeys.Assertion;
import dev.purser.daemon.passkeys.Challenges;
import dev.purser.daemon.passkeys.Matter;
import dev.purser.daemon.passkeys.Passkeys;
import dev.purser.daemon.passkeys.RelyingParty;
import dev.purser.daemon.passkeys.Signatures;
import dev.purser.daemon.payments.DryRunGateway;
import dev.purser.daemon.seals.SealingKey;
import dev.purser.daemon.standing.StandingMandates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The whole flow on one database, with a clock, a market, a rail and a mailbox that a test has in
 * its hands. 400.00 USD for {@code household/pantry} and 50.00 USD for {@code household/treats} are
 * set for the month, November 2026.
 */
public final class House implements AutoCloseable {
  public static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
  public static final Duration LIFETIME = Duration.ofHours(24);
  static final Duration INSIST_AFTER = Duration.ofHours(1);

  /** How long the owner has looked before a yes. */
  public static final Duration LOOKED = Duration.ofSeconds(7);

  public static final Duration UNDO_WINDOW = Duration.ofMinutes(10);
  public static final int DENIALS_PER_HOUR = 12;
  static final int CART_CHANGES_PER_DAY = 1_000;
  public static final YearMonth MONTH = YearMonth.of(2026, 11);
  public static final String PANTRY = "household/pantry";
  public static final String TREATS = "household/treats";
  public static final AgentName AGENT = new AgentName("pantry-agent");
  public static final AgentName OTHER_AGENT = new AgentName("other-agent");

  static final String PASSPHRASE = "two eggs and a canary";

  private static final Templates TEMPLATES = new Templates();

  final SettableClock clock = new SettableClock(START);
  final Mailbox mailbox = new Mailbox("mail");
  final Mailbox phone = new Mailbox("phone");
  final Path directory;
  final Market market;
  final ScriptedGateway rail;

  private final Database database;
  private final SealingKey key;
  private final AtomicLong ids = new AtomicLong();
  private HouseRules rules = HouseRules.first();
  private Pace pace = new Pace(Duration.ZERO, Duration.ZERO);
  private QuietHours quietHours = QuietHours.none();
  private List<Postman> channels = List.of(mailbox);
  private Running running;
  private Function<BooksWriter, OwnerProof> proof = unused -> new Passphrase();
  private Function<BooksWriter, Signatures> signing = books -> signatures(books, Set.of());
  private boolean altered;

  /** What ends when the daemon stops. */
  private record Running(
      BooksWriter books, PurchaseFlow flow, NoticeSender sender, BudgetBook budgets) {}

  House(Database database, Path directory) {
    this.database = database;
    this.directory = directory;
    this.market = new Market(directory);
    this.rail = new ScriptedGateway(new DryRunGateway(directory.resolve("dry-run")));
    this.key = keyIn(directory);
    this.running = start();
    budget(PANTRY, "400.00 USD");
    budget(TREATS, "50.00 USD");
    shelf()
        .sell("eggs", "2.94", "")
        .sell("milk", "4.16", "")
        .sell("cake", "12.50", "snacks")
        .sell("hammer", "20.00", "tools")
        .sell("saffron", "", "")
        .sell("hundred", "100.00", "")
        .sell("cent", "0.01", "");
  }

  private static SealingKey keyIn(Path directory) {
    try {
      return SealingKey.inFile(directory.resolve("mandate-key"), new SecureRandom());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Running start() {
    Running started = on(BooksWriter.start(database, clock));
    started.flow().reviewAllStanding();
    return started;
  }

  private Signatures signatures(BooksWriter books, Set<String> owners) {
    var jdbi = database.jdbi();
    return new Signatures(
        books,
        new Passkeys(jdbi),
        new Challenges(books, jdbi, new SecureRandom()),
        new RelyingParty("localhost", "http://localhost:8480"),
        owners);
  }

  /** A second daemon on the same books, which knows nothing of what the first is at. */
  PurchaseFlow anotherFlow() {
    return on(running.books()).flow();
  }

  private Running on(BooksWriter books) {
    BudgetBook budgets = new JdbiBudgetBook(books, database.jdbi(), clock, HouseRules.ZONE);
    OrderSheets sheets =
        new OrderSheets(
            new Orders(database.jdbi()),
            budgets,
            new StandingMandates(database.jdbi()),
            clock,
            new OrderSheets.House(HouseRules.ZONE, UNDO_WINDOW, true),
            new Watching(
                new Orders(database.jdbi()),
                new AgentBounds(database.jdbi()),
                new Watching.Habits(HouseRules.ZONE, UsualHours.DAY, rules.policy().limit())));
    Links links =
        new Links(database.jdbi(), new SecureRandom(), URI.create("http://localhost:8480"));
    return new Running(
        books,
        new PurchaseFlow(parts(books, sheets, links)),
        sender(books, sheets, links),
        budgets);
  }

  private FlowParts parts(BooksWriter books, OrderSheets sheets, Links links) {
    return FlowParts.of(
        new FlowParts.Ground(books, database.jdbi(), clock, this::nextId, () -> {}),
        new FlowParts.Outside(rules.policy(), market.listed(rules.vendors()), rail),
        new FlowParts.Asking(
            new FlowParts.Proofs(
                new ProofGuard(books, proof.apply(books)), mandates(), signing.apply(books)),
            links,
            sheets,
            LIFETIME,
            UNDO_WINDOW),
        new FlowParts.Patience(DENIALS_PER_HOUR, CART_CHANGES_PER_DAY));
  }

  private NoticeSender sender(BooksWriter books, OrderSheets sheets, Links links) {
    LetterWriter writer = new LetterWriter(TEMPLATES, "owner@example.org");
    return new NoticeSender(
        new NoticeSender.Mailroom(
            sheets::sheet, links, writer, new PostOffice(channels, new Mailbox("outbox"))),
        new WaitingNotices(database.jdbi(), clock, pace, quietHours),
        new Insistence(new NoticeQueue(this::nextId), INSIST_AFTER),
        books,
        clock);
  }

  private UUID nextId() {
    return new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0000L + ids.incrementAndGet());
  }

  static final class Passphrase implements OwnerProof {
    @Override
    public ProofFinding examine(Matter matter, ProofAttempt attempt) {
      return attempt.<ProofFinding>match(
          typed ->
              typed.secret().equals(PASSPHRASE)
                  ? new ProofFinding.Holds(Evidence.passphrase())
                  : new ProofFinding.Fails("another passphrase"),
          signed -> new ProofFinding.Fails("signed"));
    }
  }

  PurchaseFlow flow() {
    return running.flow();
  }

  BooksWriter books() {
    return running.books();
  }

  BudgetBook budgets() {
    return running.budgets();
  }

  /** Agents on this machine are OS users of their own names. */
  AgentRegister register() {
    return new AgentRegister(
        peer -> Optional.of(new AgentName(peer.name())),
        rules.policy().remoteAgents(),
        database.jdbi(),
        clock);
  }

  AgentAccess access() {
    return new AgentAccess(rules.policy(), books(), register());
  }

  /** What the daemon seals with. */
  SealingKey key() {
    return key;
  }

  Mandates mandates() {
    return new Mandates(database.jdbi(), key);
  }

  Database database() {
    return database;
  }

  /** Stops the daemon and starts it again on what is on the disk. */
  void restart() {
    running.books().close();
    running = start();
  }

  /** Another policy; daemons read it when they start. */
  void restart(UnaryOperator<HouseRules> change) {
    rules = change.apply(rules);
    restart();
  }

  /** Another way for the owner to prove a yes. */
  void restartProvenBy(
      Function<BooksWriter, Signatures> signatures, Function<Signatures, OwnerProof> change) {
    signing = signatures;
    proof = books -> change.apply(signatures.apply(books));
    restart();
  }

  /** From now on letters about proposals are gathered; most tests have one for each. */
  void restart(Pace letters) {
    pace = letters;
    restart();
  }

  /** Other ways to the owner, and hours in which not to use them. */
  void restart(List<Postman> ways, QuietHours night) {
    channels = ways;
    quietHours = night;
    restart();
  }

  Shelf shelf() {
    return market.shelf("corner-store");
  }

  /** The corner store's catalogue, for a test that writes it as a whole. */
  Path catalogue() {
    return directory.resolve("corner-store").resolve("catalogue.csv");
  }

  FickleVendor store() {
    return market.vendor("corner-store");
  }

  final void budget(String category, String amount) {
    running
        .budgets()
        .set(
            new CategoryId(category),
            MONTH,
            Money.parse(amount),
            new BudgetBook.Change("finance", "for the test"));
  }

  AddToCartAnswer add(String sku, int quantity) {
    return flow().addToCart(AGENT, new AddToCart(sku, quantity, null));
  }

  OrderView propose() {
    return flow().proposeOrder(AGENT, new ProposeOrder(null, null, null));
  }

  OrderView propose(String sku, int quantity) {
    add(sku, quantity);
    return propose();
  }

  /** An order that waits for the owner, who has been told of it. */
  UUID awaiting(String sku, int quantity) {
    OrderView view = propose(sku, quantity);
    assertThat(view.status()).isEqualTo(OrderView.Status.AWAITING_CONFIRMATION);
    mail();
    return UUID.fromString(view.order());
  }

  UUID confirmed(String sku, int quantity) {
    UUID order = awaiting(sku, quantity);
    assertThat(confirm(order)).isEqualTo(new ConfirmOutcome.Confirmed());
    return order;
  }

  UUID paid(String sku, int quantity) {
    UUID order = confirmed(sku, quantity);
    pay();
    clock.pass(UNDO_WINDOW);
    pay();
    assertThat(state(order)).isEqualTo(OrderState.PAID);
    return order;
  }

  OrderView ask(UUID order) {
    return flow().proposeOrder(AGENT, new ProposeOrder(null, null, order.toString()));
  }

  void mail() {
    running.sender().sendDue();
  }

  Locator link(UUID order) {
    return mailbox.link(order);
  }

  /** The files of the orders that the corner store has taken. */
  List<String> placedOrders() {
    String[] files = directory.resolve("corner-store").resolve("orders").toFile().list();
    return files == null ? List.of() : List.of(files);
  }

  void forgetMandate(UUID order) {
    alter("delete from mandates where order_id = '%s'".formatted(order));
  }

  /** What somebody does who has got at the database. The books need not agree after it. */
  void alter(String sql) {
    altered = true;
    database.jdbi().useHandle(handle -> handle.execute(sql));
  }

  /** What somebody does who has got at the daemon's key, too. */
  void sealAnew(UUID order) {
    String seal = key.seal(mandates().file(order).orElseThrow().fields());
    alter("update mandates set seal = '%s' where order_id = '%s'".formatted(seal, order));
  }

  /** What an inspection finds, as {@code subject: finding}. */
  List<String> inspect() {
    return new BooksInspection(database.jdbi())
        .inspect().stream().map(found -> found.subject() + ": " + found.finding()).toList();
  }

  /** The owner's yes to what the page shows now. */
  ConfirmOutcome confirm(UUID order) {
    return confirm(link(order), order(order).digest(), PASSPHRASE);
  }

  ConfirmOutcome confirm(Locator link, String digest, String passphrase) {
    return flow().confirm(link, new ProofAttempt.Typed(digest, passphrase), LOOKED);
  }

  /** A passkey's yes to what the page shows now. */
  ConfirmOutcome confirm(UUID order, Assertion assertion) {
    return flow()
        .confirm(link(order), new ProofAttempt.Signed(order(order).digest(), assertion), LOOKED);
  }

  /** What the timer does. */
  void pay() {
    flow().payDue();
    flow().reviewStanding();
  }

  /** Lets the timer run until long after every pause. */
  void payForHours() {
    for (int minute = 0; minute < 180; minute += 15) {
      clock.pass(Duration.ofMinutes(15));
      pay();
    }
  }

  Order order(UUID id) {
    return new Orders(database.jdbi()).find(id).orElseThrow();
  }

  OrderState state(UUID id) {
    return order(id).state();
  }

  String mandatePolicyVersion(UUID order) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select policy_version from mandates where order_id = :order")
                    .bind("order", order)
                    .mapTo(String.class)
                    .one());
  }

  BudgetPosition position(String category) {
    return running.budgets().positions(MONTH).stream()
        .filter(position -> position.category().path().equals(category))
        .findFirst()
        .orElseThrow();
  }

  /** held, committed and spent, as {@code 2.94 / 0.00 / 0.00}. */
  String used(String category) {
    BudgetPosition position = position(category);
    return "%s / %s / %s"
        .formatted(position.held().value(), position.committed().value(), position.spent().value());
  }

  /** What the books keep of codes and of all that happened. */
  String kept() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                String.join(
                    "\n",
                    handle
                        .createQuery(
                            "select body from audit_events union all select digest from enrolment_codes")
                        .mapTo(String.class)
                        .list()));
  }

  /** The types of the order's events, in order. */
  List<String> story(UUID order) {
    return new AuditReader(database.jdbi())
        .story(order).stream()
            .map(AuditEvent::fields)
            .map(fields -> String.valueOf(fields.get("type")))
            .toList();
  }

  /** The channels that took letters about the order, in order, as the trail has it. */
  List<String> sentBy(UUID order) {
    return new AuditReader(database.jdbi())
        .story(order).stream()
            .map(AuditEvent::fields)
            .filter(fields -> "notice.sent".equals(fields.get("type")))
            .map(fields -> (Map<?, ?>) fields.get("data"))
            .map(data -> String.valueOf(data.get("channel")))
            .toList();
  }

  /** The journal adds up to the balances, the trail is whole, and all of it agrees. */
  void requireAgreement() {
    if (!altered) {
      Agreement.require(database.jdbi());
      assertThat(inspect()).isEmpty();
    }
    assertThat(new AuditReader(database.jdbi()).verify()).isInstanceOf(AuditReport.Intact.class);
  }

  @Override
  public void close() {
    running.books().close();
  }
}
