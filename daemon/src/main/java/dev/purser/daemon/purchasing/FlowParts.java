package dev.purser.daemon.purchasing;

import dev.purser.daemon.agents.Freezes;
import dev.purser.daemon.carts.CartDesk;
import dev.purser.daemon.carts.CartQuota;
import dev.purser.daemon.carts.Carts;
import dev.purser.daemon.confirmation.Links;
import dev.purser.daemon.confirmation.Mandates;
import dev.purser.daemon.confirmation.ProofGuard;
import dev.purser.daemon.ledger.Books;
import dev.purser.daemon.notices.NoticeQueue;
import dev.purser.daemon.orders.Orders;
import dev.purser.daemon.passkeys.Signatures;
import dev.purser.daemon.payments.PaymentGateway;
import dev.purser.daemon.policy.Policy;
import dev.purser.daemon.standing.StandingMandates;
import dev.purser.vendors.VendorRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * The people who carry an order through the house, introduced to each other.
 *
 * @param wake called when there is something to send or to pay
 */
public record FlowParts(
    CartDesk cartDesk,
    Proposals proposals,
    Confirmations confirmations,
    Narrowing narrowing,
    SeveralConfirmations several,
    Freezing freezing,
    PuttingOff puttingOff,
    Paying paying,
    Refunds refunds,
    Standing standing,
    OrderSheets sheets,
    Orders orders,
    Links links,
    Books books,
    Clock clock,
    Runnable wake) {

  /** What the flow stands on: the books, and ways to reach them. */
  public record Ground(Books books, Jdbi jdbi, Clock clock, Supplier<UUID> ids, Runnable wake) {}

  /** Whom the flow deals with outside. */
  public record Outside(Policy policy, VendorRegistry vendors, PaymentGateway gateway) {}

  /** How the owner is asked. */
  public record Asking(
      Proofs proofs, Links links, OrderSheets sheets, Duration lifetime, Duration undoWindow) {}

  /** What a yes is proven by, and kept as. */
  public record Proofs(ProofGuard guard, Mandates mandates, Signatures signatures) {}

  /** Standing mandates: what the owner does with them, and what becomes of them. */
  record Standing(StandingDesk desk, StandingReview review, StandingMandates mandates) {}

  /**
   * How much of one agent's doings the books keep.
   *
   * @param denialsPerHour how many of its orders may be denied or declined in an hour, 1 or more
   * @param cartChangesPerDay how often it may put into its cart in a day, 1 or more
   */
  public record Patience(int denialsPerHour, int cartChangesPerDay) {}

  /**
   * Introduces them.
   *
   * @param patience with each agent
   */
  public static FlowParts of(Ground ground, Outside outside, Asking asking, Patience patience) {
    Orders orders = new Orders(ground.jdbi());
    Mandates mandates = asking.proofs().mandates();
    NoticeQueue notices = new NoticeQueue(ground.ids());
    Carts carts =
        new Carts(
            ground.books(),
            ground.jdbi(),
            new CartQuota(patience.cartChangesPerDay(), outside.policy().owner().zone()));
    CartDesk cartDesk = new CartDesk(carts, outside.vendors(), ground.clock());
    Quoting quoting = new Quoting(outside.vendors(), outside.policy());
    Judging judging = new Judging(outside.policy());
    Settlements settlements =
        new Settlements(
            ground.books(),
            ground.jdbi(),
            notices,
            new Settlements.Terms(outside.gateway().rail(), asking.undoWindow()));
    Acceptance acceptance = new Acceptance(mandates, settlements);
    StandingNotices news = new StandingNotices(notices, asking.undoWindow());
    StandingReview review =
        new StandingReview(outside.policy(), asking.proofs().signatures(), news);
    Standing standing = standing(ground, outside, asking, review);
    Proposing proposing =
        new Proposing(
            judging,
            new Denials(patience.denialsPerHour()),
            new StandingOrders(acceptance, review, news),
            notices,
            ground.ids(),
            asking.lifetime());
    Confirmations.Desk desk =
        new Confirmations.Desk(orders, asking.links(), asking.proofs().guard(), ground.clock());
    Confirmations confirmations =
        new Confirmations(desk, quoting, judging, proposing, acceptance, ground.books());
    return new FlowParts(
        cartDesk,
        new Proposals(
            new Proposals.CartShelf(carts, cartDesk),
            quoting,
            proposing,
            ground.books(),
            orders,
            new Proposals.Shown(
                new OrderViews(outside.policy().owner().zone(), standing.mandates()::under),
                standing.mandates(),
                ground.clock())),
        confirmations,
        new Narrowing(desk, quoting, proposing, ground.books()),
        new SeveralConfirmations(desk, confirmations),
        new Freezing(
            outside.policy(), ground.books(), new Freezes(ground.jdbi()), asking.proofs().guard()),
        new PuttingOff(asking.links(), ground.books(), notices),
        paying(ground, outside, orders, mandates, settlements),
        new Refunds(orders, mandates, settlements, outside.gateway(), ground.books()),
        standing,
        asking.sheets(),
        orders,
        asking.links(),
        ground.books(),
        ground.clock(),
        ground.wake());
  }

  private static Standing standing(
      Ground ground, Outside outside, Asking asking, StandingReview review) {
    StandingDesk.Outside about = new StandingDesk.Outside(outside.policy(), outside.vendors());
    return new Standing(
        new StandingDesk(about, ground, asking.proofs().signatures(), review),
        review,
        new StandingMandates(ground.jdbi()));
  }

  private static Paying paying(
      Ground ground, Outside outside, Orders orders, Mandates mandates, Settlements settlements) {
    Steps steps = new Steps(outside.gateway(), outside.vendors());
    Reconciling reconciling = new Reconciling(steps, outside.gateway(), ground.clock());
    return new Paying(
        orders,
        mandates,
        settlements,
        new Paying.Calls(steps, reconciling),
        ground.books(),
        ground.clock());
  }
}
