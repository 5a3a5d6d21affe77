package dev.purser.daemon.purchasing;

import dev.purser.agentapi.OrderView;
import dev.purser.agentapi.ProblemCode;
import dev.purser.agentapi.ProposeOrder;
import dev.purser.budgets.VendorId;
import dev.purser.daemon.agents.OpenAgents;
import dev.purser.daemon.audit.CanonicalJson;
import dev.purser.daemon.carts.CartDesk;
import dev.purser.daemon.carts.CartLine;
import dev.purser.daemon.carts.Carts;
import dev.purser.daemon.ledger.Books;
import dev.purser.daemon.ledger.OpenBooks;
import dev.purser.daemon.orders.OpenOrders;
import dev.purser.daemon.orders.Order;
import dev.purser.daemon.orders.Orders;
import dev.purser.daemon.standing.OpenStanding;
import dev.purser.daemon.standing.StandingMandates;
import dev.purser.vendors.VendorUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An agent's side of an order: proposing it, and asking after it. */
final class Proposals {
  /** How long the same, or nothing, proposed again is the order that was confirmed meanwhile. */
  private static final Duration REPEAT = Duration.ofMinutes(10);

  private final CartShelf shelf;
  private final Quoting quoting;
  private final Proposing proposing;
  private final Books books;
  private final Orders orders;
  private final Shown shown;

  Proposals(
      CartShelf shelf,
      Quoting quoting,
      Proposing proposing,
      Books books,
      Orders orders,
      Shown shown) {
    this.shelf = shelf;
    this.quoting = quoting;
    this.proposing = proposing;
    this.books = books;
    this.orders = orders;
    this.shown = shown;
  }

  /** Carts, and vendors by name. */
  record CartShelf(Carts carts, CartDesk desk) {}

  /** How an order looks, and when. */
  record Shown(OrderViews views, StandingMandates standing, Clock clock) {
    OrderView view(Order order) {
      return views.view(order, clock.instant());
    }
  }

  /** Only an agent's own orders are there for it, and of each what has taken its place. */
  OrderView askAfter(String agent, String order) {
    return orderId(order)
        .flatMap(orders::find)
        .filter(found -> found.asked().agent().equals(agent))
        .map(orders::newest)
        .map(shown::view)
        .orElseThrow(
            () -> ProblemCode.ORDER_NOT_FOUND.because("You have proposed no order with this id."));
  }

  OrderView propose(String agent, ProposeOrder request) {
    List<CartLine> cart = shelf.carts().lines(agent);
    String named = request.vendor();
    boolean isEmpty =
        cart.stream().noneMatch(line -> named == null || line.vendor().name().equals(named));
    return (isEmpty ? confirmedLately(agent, named) : Optional.<OrderView>empty())
        .orElseGet(() -> propose(agent, request, cart));
  }

  private OrderView propose(String agent, ProposeOrder request, List<CartLine> cart) {
    VendorId vendor = vendor(cart, Optional.ofNullable(request.vendor()));
    List<CartLine> lines = cart.stream().filter(line -> line.vendor().equals(vendor)).toList();
    QuotedRequisition quoted = quote(vendor, lines);
    Order.Asked asked =
        new Order.Asked(
            agent,
            contentKey(vendor, lines),
            Optional.ofNullable(request.reason()).map(String::strip).filter(r -> !r.isEmpty()),
            Optional.empty());
    return shown.view(books.change(open -> propose(open, asked, quoted)));
  }

  /** The same lines while they are pending are the same order: a retry doubles nothing. */
  private Order propose(OpenBooks open, Order.Asked asked, QuotedRequisition quoted) {
    // The door was passed before this decision's turn came.
    if (!new OpenAgents(open).isActive(asked.agent())) {
      throw ProblemCode.AGENT_UNKNOWN.because("The owner has put an end to this agent.");
    }
    Endings.expireOverdue(open);
    return new OpenOrders(open)
        .pending(asked.agent(), asked.contentKey())
        .or(() -> confirmedLately(open, asked))
        .orElseGet(() -> proposing.propose(open, asked, quoted).order());
  }

  /** Under a standing mandate: the lines were in the cart again, so the answer was lost. */
  private static Optional<Order> confirmedLately(OpenBooks open, Order.Asked asked) {
    return new OpenStanding(open)
        .lately(asked.agent(), asked.contentKey(), open.now().minus(REPEAT))
        .flatMap(new OpenOrders(open)::find);
  }

  /** The same where the cart is empty, since a standing mandate has taken the lines out. */
  private Optional<OrderView> confirmedLately(String agent, @Nullable String vendor) {
    return shown
        .standing()
        .lately(agent, shown.clock().instant().minus(REPEAT), vendor)
        .flatMap(orders::find)
        .map(shown::view);
  }

  private QuotedRequisition quote(VendorId vendor, List<CartLine> lines) {
    try {
      return quoting.quoteCart(vendor, lines);
    } catch (VendorUnavailableException e) {
      throw ProblemCode.VENDOR_UNAVAILABLE.because(
          vendor + " does not answer now; nothing was proposed. Try again in a few minutes.");
    }
  }

  private VendorId vendor(List<CartLine> cart, Optional<String> named) {
    List<VendorId> inCart = cart.stream().map(CartLine::vendor).distinct().toList();
    if (named.isPresent()) {
      return inCart.stream()
          .filter(vendor -> vendor.name().equals(named.get()))
          .findFirst()
          .orElseThrow(() -> nothingFrom(shelf.desk().allowed(named.get())));
    }
    if (inCart.size() > 1) {
      throw ProblemCode.VENDOR_AMBIGUOUS.because(
          "Say which 'vendor': the cart has lines of "
              + inCart.stream().map(VendorId::name).collect(Collectors.joining(", "))
              + ".");
    }
    return inCart.stream()
        .findFirst()
        .orElseThrow(
            () ->
                ProblemCode.CART_EMPTY.because(
                    "The cart is empty; add something first. Lines leave it when the owner"
                        + " confirms them."));
  }

  private static RuntimeException nothingFrom(VendorId vendor) {
    return ProblemCode.CART_EMPTY.because("The cart has nothing of " + vendor + ".");
  }

  private static String contentKey(VendorId vendor, List<CartLine> lines) {
    Map<String, Integer> quantities = new TreeMap<>();
    lines.forEach(line -> quantities.put(line.sku(), line.quantity()));
    return CanonicalJson.sha256(
        CanonicalJson.write(Map.of("vendor", vendor.name(), "quantities", quantities)));
  }

  private static Optional<UUID> orderId(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
