package dev.purser.daemon.standing;

import dev.purser.budgets.Money;
import dev.purser.budgets.VendorId;
import dev.purser.budgets.standing.StandingFacts;
import dev.purser.budgets.standing.StandingFacts.Bought;
import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.audit.CanonicalJson;
import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.orders.AlteredOrderException;
import dev.purser.daemon.orders.FrozenRequisition;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.passkeys.SignedYes;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Standing mandates inside a decision: every move is compare-and-set, and is an event. */
public final class OpenStanding {
  private static final Logger LOG = LoggerFactory.getLogger(OpenStanding.class);
  private static final Duration DAY = Duration.ofHours(24);

  /** Enough to know what a household buys at one vendor, and no more to read at each proposal. */
  private static final int PAID_ORDERS = 100;

  private final OpenBooks books;
  private final StandingDao dao;

  public OpenStanding(OpenBooks books) {
    this.books = books;
    this.dao = books.dao(StandingDao.class);
  }

  /** A yes in advance, once it is signed. */
  public void grant(StandingText text, SignedYes yes, String person) {
    dao.insert(
        text.id(),
        text.terms().agent(),
        text.json(),
        text.digest(),
        text.terms().term().until(),
        books.now());
    dao.insert(new SignatureRow(text.id(), 0, person, books.now(), yes));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("digest", text.digest());
    data.put("terms", CanonicalJson.read(text.json()));
    data.put("passkey", yes.passkeyId());
    record("granted", text.id(), "user:" + person, data);
  }

  public Optional<StandingMandate> find(UUID id) {
    return dao.find(id).flatMap(OpenStanding::readable);
  }

  /** The mandates under which orders of the agent may be confirmed now. */
  public List<StandingMandate> activeOf(String agent) {
    return readable(dao.activeOf(agent, books.now()));
  }

  /** All under which orders may be confirmed now. */
  public List<StandingMandate> active() {
    return readable(dao.active(books.now()));
  }

  /** An order of the same content that was confirmed under a mandate after that moment. */
  public Optional<UUID> lately(String agent, String contentKey, Instant since) {
    return dao.lately(agent, since, null, contentKey);
  }

  /** Takes note of an order that the mandate was meant for, whatever comes of it. */
  public void note(StandingMandate mandate, Order order) {
    dao.note(mandate.id(), order.id(), order.requisition().total().minor(), books.now());
  }

  /** The order was confirmed under the mandate, of which {@link #note} was taken. */
  public void use(StandingMandate mandate, Order order) {
    dao.use(mandate.id(), order.id());
    books.record(
        AuditEntry.of(
            "standing.used",
            order.id(),
            "daemon",
            Map.of("mandate", mandate.id().toString(), "digest", mandate.text().digest())));
  }

  /** What a finding about an order depends on; the order looked at is one of the tries. */
  public StandingFacts facts(StandingMandate mandate, Order order) {
    Instant dayAgo = books.now().minus(DAY);
    Instant signed = mandate.lastSigned().at();
    return new StandingFacts(
        order.asked().agent(),
        books.now(),
        tally(mandate),
        dao.tries(mandate.id(), signed.isAfter(dayAgo) ? signed : dayAgo) + 1,
        bought(order.requisition().vendor()));
  }

  /**
   * What was done since the owner's passkey last signed for the agent: an order, or the mandate.
   */
  public StandingFacts.Tally tally(StandingMandate mandate) {
    return tally(dao, mandate);
  }

  static StandingFacts.Tally tally(StandingDao dao, StandingMandate mandate) {
    Instant signed = mandate.lastSigned().at();
    Instant since =
        dao.lastStrongConfirmation(mandate.terms().agent()).filter(signed::isBefore).orElse(signed);
    StandingDao.Uses uses = dao.uses(mandate.id(), since);
    return new StandingFacts.Tally(
        uses.uses(), new Money(mandate.terms().limits().currency(), uses.total()));
  }

  /** What became of an order of the mandate's that somebody should look at, in a sentence. */
  public Optional<String> disturbance(StandingMandate mandate) {
    return dao.disturbance(mandate.id()).map(OpenStanding::sentence);
  }

  /** No order is confirmed under it any more; false when it was not active. */
  public boolean suspend(StandingMandate mandate, String why) {
    return move(
        mandate.id(),
        new Move(StandingState.ACTIVE, StandingState.SUSPENDED, Optional.of(why)),
        "daemon");
  }

  /** Ends it for good; false when it was ended before. */
  public boolean revoke(UUID id, String actor) {
    return Stream.of(StandingState.ACTIVE, StandingState.SUSPENDED)
        .anyMatch(from -> move(id, new Move(from, StandingState.REVOKED, Optional.empty()), actor));
  }

  /** It stands again, and what had become of its orders is forgiven. */
  public boolean resume(StandingMandate mandate, SignedYes yes, String person) {
    boolean resumed =
        move(
            mandate.id(),
            new Move(StandingState.SUSPENDED, StandingState.ACTIVE, Optional.empty()),
            "user:" + person);
    if (resumed) {
      int number = mandate.lastSigned().number() + 1;
      dao.insert(new SignatureRow(mandate.id(), number, person, books.now(), yes));
      for (var next = dao.disturbance(mandate.id());
          next.isPresent();
          next = dao.disturbance(mandate.id())) {
        dao.forgive(mandate.id(), next.get().orderId());
      }
    }
    return resumed;
  }

  /** The last order that the mandate was meant for: the owner is told of the mandate by it. */
  public Optional<UUID> lastOrder(StandingMandate mandate) {
    return dao.lastOrder(mandate.id());
  }

  private record Move(StandingState from, StandingState to, Optional<String> why) {}

  private boolean move(UUID id, Move move, String actor) {
    boolean moved =
        dao.move(id, move.from().name(), move.to().name(), move.why().orElse(null), books.now());
    if (moved) {
      Map<String, Object> data = new LinkedHashMap<>();
      move.why().ifPresent(why -> data.put("why", why));
      record(word(move.to()), id, actor, data);
    }
    return moved;
  }

  private static String word(StandingState to) {
    return to == StandingState.ACTIVE ? "resumed" : to.wireName();
  }

  private void record(String word, UUID id, String actor, Map<String, Object> data) {
    Map<String, Object> all = new LinkedHashMap<>(data);
    all.put("mandate", id.toString());
    books.record(AuditEntry.of("standing." + word, actor, all));
  }

  private List<Bought> bought(VendorId vendor) {
    return dao.paid(vendor.name(), PAID_ORDERS).stream().flatMap(OpenStanding::lines).toList();
  }

  /** What was altered was not bought, as far as we know. */
  private static Stream<Bought> lines(StandingDao.PaidOrder paid) {
    try {
      return FrozenRequisition.thaw(paid.requisition(), paid.digest())
          .requisition()
          .lines()
          .stream()
          .map(Bought::of);
    } catch (AlteredOrderException e) {
      LOG.error("A paid order was altered in the database", e);
      return Stream.empty();
    }
  }

  private static List<StandingMandate> readable(List<StandingRow> rows) {
    return rows.stream().flatMap(row -> readable(row).stream()).toList();
  }

  /** An altered one covers nothing. */
  static Optional<StandingMandate> readable(StandingRow row) {
    try {
      return Optional.of(row.mandate());
    } catch (IllegalArgumentException e) {
      LOG.error("Standing mandate {} was altered: {}", row.id(), e.getMessage());
      return Optional.empty();
    }
  }

  private static String sentence(StandingDao.Disturbance found) {
    UUID order = found.orderId();
    if (found.refunded() || found.voided()) {
      return "Order " + order + " is being taken back.";
    }
    return switch (found.state()) {
      case "DECLINED" -> "You declined order " + order + ".";
      case "UNDONE" -> "You took order " + order + " back.";
      case "FAILED" -> "Order " + order + " did not work out.";
      case "PARTLY_REFUNDED", "REFUNDED" -> "Money was given back for order " + order + ".";
      default -> "The payment of order " + order + " was in doubt.";
    };
  }
}
