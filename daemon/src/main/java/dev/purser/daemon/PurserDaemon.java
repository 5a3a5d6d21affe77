package dev.purser.daemon;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.uuid.Generators;
import dev.purser.budgets.CategoryId;
import dev.purser.daemon.agents.AgentBounds;
import dev.purser.daemon.agents.AgentRegister;
import dev.purser.daemon.audit.AuditReader;
import dev.purser.daemon.checkpoints.Checkpoints;
import dev.purser.daemon.config.PurserConfiguration;
import dev.purser.daemon.confirmation.Links;
import dev.purser.daemon.confirmation.Mandates;
import dev.purser.daemon.control.AgentsResource;
import dev.purser.daemon.control.AuditResource;
import dev.purser.daemon.control.BudgetsResource;
import dev.purser.daemon.control.MandatesResource;
import dev.purser.daemon.control.OrdersResource;
import dev.purser.daemon.control.PasskeysResource;
import dev.purser.daemon.control.StandingMandatesResource;
import dev.purser.daemon.inspection.BooksInspection;
import dev.purser.daemon.ledger.BudgetBook;
import dev.purser.daemon.listeners.AgentLimits;
import dev.purser.daemon.listeners.LoggedIncidents;
import dev.purser.daemon.listeners.PurserServerFactory;
import dev.purser.daemon.notices.Insistence;
import dev.purser.daemon.notices.LetterWriter;
import dev.purser.daemon.notices.NoticeQueue;
import dev.purser.daemon.notices.NoticeSender;
import dev.purser.daemon.notices.WaitingNotices;
import dev.purser.daemon.notices.words.Templates;
import dev.purser.daemon.orders.Orders;
import dev.purser.daemon.owner.web.Pages;
import dev.purser.daemon.passkeys.Enrolling;
import dev.purser.daemon.payments.PaymentGateway;
import dev.purser.daemon.policy.Doorkeeper;
import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.policy.PolicyFile;
import dev.purser.daemon.policy.SoldCategories;
import dev.purser.daemon.purchasing.AgentAccess;
import dev.purser.daemon.purchasing.FlowParts;
import dev.purser.daemon.purchasing.OrderSheets;
import dev.purser.daemon.purchasing.PurchaseFlow;
import dev.purser.daemon.purchasing.Watching;
import dev.purser.daemon.seals.SealingKey;
import dev.purser.daemon.standing.StandingMandates;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the daemon together. The only place that constructs; everything else is handed in. */
public final class PurserDaemon extends Application<PurserConfiguration> {
  private static final Logger LOG = LoggerFactory.getLogger(PurserDaemon.class);
  private static final int VENDOR_THREADS = 16;

  private final Clock clock = Clock.systemUTC();
  private final SecureRandom random = new SecureRandom();
  private final Templates templates = new Templates();
  private final Consumer<BudgetBook> whenReady;

  /**
   * A daemon that tells when it is ready.
   *
   * @param whenReady called with the budgets once all doors are open
   */
  public PurserDaemon(Consumer<BudgetBook> whenReady) {
    this.whenReady = whenReady;
  }

  /**
   * Opens the books while no daemon does, and closes them again. To be called by the daemon's user:
   * the files that this makes are the caller's.
   *
   * @throws dev.purser.daemon.database.DatabaseUnavailableException when a daemon has them open
   */
  public static void withBudgets(PurserConfiguration config, Consumer<BudgetBook> work) {
    Policy policy = PolicyFile.read(config.policy());
    OpenedBooks books = OpenedBooks.open(config, policy, Clock.systemUTC());
    try {
      work.accept(books.budgets());
    } finally {
      books.stop();
    }
  }

  @Override
  public String getName() {
    return "purser";
  }

  @Override
  public void initialize(Bootstrap<PurserConfiguration> bootstrap) {
    bootstrap.getObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  @Override
  protected void addDefaultCommands(Bootstrap<PurserConfiguration> bootstrap) {
    bootstrap.addCommand(new StartCommand(this));
  }

  @Override
  public void run(PurserConfiguration config, Environment environment) {
    config.doors().requireReachableBy(config.owner().baseUrl());
    Policy policy = PolicyFile.read(config.policy());
    SoldCategories sold = SoldCategories.of(config.vendors(), policy);
    Doorkeeper doorkeeper = Doorkeeper.of(policy, config.isDemo());
    OpenedBooks books = OpenedBooks.open(config, policy, clock);
    environment.lifecycle().manage(books);

    Proofs proofs = Proofs.of(config, books, doorkeeper, clock, random);
    Outfit outfit = new Outfit(config, clock);
    Evidence evidence = Evidence.of(outfit.sealingKey(random), books);
    PaymentGateway gateway = outfit.gateway();
    FlowParts.Asking asking =
        asking(
            config,
            policy,
            books,
            new FlowParts.Proofs(proofs.guard(), evidence.mandates(), proofs.signatures()));
    Errands errands = new Errands();
    PurchaseFlow flow =
        new PurchaseFlow(
            FlowParts.of(
                new FlowParts.Ground(
                    books.writer(),
                    books.jdbi(),
                    clock,
                    Generators.timeBasedEpochGenerator()::generate,
                    errands::wake),
                new FlowParts.Outside(
                    policy, outfit.vendors(policy, vendorThreads(environment)), gateway),
                asking,
                patience(config.doors().agentLimits().kept())));

    Checkpoints checkpoints = new Checkpoints(config.mandates().checkpointFile(), evidence.key());
    checkpoints
        .finding(new AuditReader(books.jdbi()))
        .ifPresent(finding -> stopEverything(flow, finding));
    environment
        .lifecycle()
        .manage(
            errands.add(
                "Noting where the trail ends",
                () -> books.writer().synced().ifPresent(checkpoints::note)));
    NoticeSender sender =
        new NoticeSender(
            mailroom(policy, outfit, asking),
            waitingNotices(config, policy, books),
            insistence(config),
            books.writer(),
            clock);
    environment.lifecycle().manage(errands.add("Telling the owner", sender::sendDue));
    environment.lifecycle().manage(errands.add("Paying", flow::payDue));
    environment.lifecycle().manage(errands.add("Ending overdue orders", flow::expireOverdue));
    environment.lifecycle().manage(errands.add("Reviewing mandates", flow::reviewStanding));
    flow.reviewAllStanding();

    AgentAccess agents =
        openDoors(
            config, new Known(policy, doorkeeper, proofs.enrolling(), sold, evidence), flow, books);
    new OwnerPages(config, new Pages(templates, config.payments().movesNoMoney()), clock, random)
        .parts(flow, new OwnerPages.Known(policy, books, proofs, agents, evidence.mandates()))
        .forEach(environment.jersey()::register);
    environment
        .lifecycle()
        .addServerLifecycleListener(
            server -> {
              FirstWords.of(config).forEach(LOG::info);
              FirstWords.warnings(config, policy, sold).forEach(LOG::warn);
              whenReady.accept(books.budgets());
            });
  }

  private static void stopEverything(PurchaseFlow flow, String finding) {
    LOG.error(
        "The books are not those that were left: {}. Nothing is proposed, confirmed or paid until"
            + " the owner thaws all agents at /owner/freezes.",
        finding);
    flow.freezing().doubtHistory(finding);
  }

  /** How a yes is kept, and with what it is vouched for. */
  private record Evidence(SealingKey key, Mandates mandates) {
    static Evidence of(SealingKey key, OpenedBooks books) {
      return new Evidence(key, new Mandates(books.jdbi(), key));
    }
  }

  private static FlowParts.Patience patience(AgentLimits.Kept kept) {
    return new FlowParts.Patience(kept.denialsPerHour(), kept.cartChangesPerDay());
  }

  private FlowParts.Asking asking(
      PurserConfiguration config, Policy policy, OpenedBooks books, FlowParts.Proofs proofs) {
    OrderSheets sheets =
        new OrderSheets(
            new Orders(books.jdbi()),
            books.budgets(),
            new StandingMandates(books.jdbi()),
            clock,
            new OrderSheets.House(
                policy.owner().zone(),
                config.owner().undoWindow().toJavaDuration(),
                config.payments().movesNoMoney()),
            new Watching(
                new Orders(books.jdbi()),
                new AgentBounds(books.jdbi()),
                new Watching.Habits(
                    policy.owner().zone(), config.owner().usualHours().hours(), policy.limit())));
    return new FlowParts.Asking(
        proofs,
        new Links(books.jdbi(), random, config.owner().baseUrl()),
        sheets,
        config.owner().linkLifetime().toJavaDuration(),
        config.owner().undoWindow().toJavaDuration());
  }

  private NoticeSender.Mailroom mailroom(Policy policy, Outfit outfit, FlowParts.Asking asking) {
    return new NoticeSender.Mailroom(
        asking.sheets()::sheet,
        asking.links(),
        new LetterWriter(templates, policy.owner().email()),
        outfit.postOffice());
  }

  private WaitingNotices waitingNotices(
      PurserConfiguration config, Policy policy, OpenedBooks books) {
    return new WaitingNotices(
        books.jdbi(),
        clock,
        config.notices().pace(),
        config.notices().quietHours(policy.owner().zone()));
  }

  private static Insistence insistence(PurserConfiguration config) {
    return new Insistence(
        new NoticeQueue(Generators.timeBasedEpochGenerator()::generate),
        config.notices().insistAfter().toJavaDuration());
  }

  /**
   * Who is known by name, by OS user, and by passkey; what categories by what is sold; and what is
   * known of a yes.
   */
  private record Known(
      Policy policy,
      Doorkeeper doorkeeper,
      Enrolling enrolling,
      SoldCategories sold,
      Evidence evidence) {}

  /** Returns the owner's word on agents, which the pages have too. */
  private AgentAccess openDoors(
      PurserConfiguration config, Known known, PurchaseFlow flow, OpenedBooks books) {
    LoggedIncidents incidents = new LoggedIncidents(() -> UUID.randomUUID().toString());
    PurserServerFactory server = config.doors();
    AgentRegister agents =
        new AgentRegister(known.doorkeeper(), known.policy().remoteAgents(), books.jdbi(), clock);
    server.openToAgents(agents, flow, incidents);
    JerseyEnvironment control = server.openToOperators(known.doorkeeper(), incidents);
    AuditReader audit = new AuditReader(books.jdbi());
    control.register(new BudgetsResource(books.budgets(), remarks(known.sold())));
    control.register(new OrdersResource(new Orders(books.jdbi()), audit, flow));
    control.register(new PasskeysResource(known.enrolling(), config.owner().baseUrl()));
    control.register(
        new MandatesResource(
            known.evidence().mandates(), new Orders(books.jdbi()), known.evidence().key()));
    control.register(new StandingMandatesResource(flow.standing()));
    control.register(new AuditResource(audit, new BooksInspection(books.jdbi())));
    AgentAccess access = new AgentAccess(known.policy(), books.writer(), agents);
    control.register(new AgentsResource(access, flow.freezing(), clock));
    return access;
  }

  private static Function<CategoryId, Optional<String>> remarks(SoldCategories sold) {
    return category ->
        sold.touch(category) ? Optional.empty() : Optional.of(sold.sentence(category));
  }

  private static ExecutorService vendorThreads(Environment environment) {
    return environment
        .lifecycle()
        .executorService("vendor-%d")
        .minThreads(VENDOR_THREADS)
        .maxThreads(VENDOR_THREADS)
        .build();
  }
}
