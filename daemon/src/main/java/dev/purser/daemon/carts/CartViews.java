package dev.purser.daemon.carts;

import dev.purser.agentapi.Amount;
import dev.purser.agentapi.CandidateView;
import dev.purser.agentapi.CartView;
import dev.purser.budgets.Money;
import dev.purser.budgets.VendorId;
import dev.purser.vendors.Gtin;
import dev.purser.vendors.Lookup;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Carts and products as an agent may see them. */
public final class CartViews {
  private CartViews() {}

  /** An amount as it goes over the wire. */
  public static Amount amount(Money money) {
    return new Amount(money.currency().getCurrencyCode(), money.value());
  }

  static CartView cart(List<CartLine> lines) {
    Map<VendorId, Money> totals = new TreeMap<>();
    for (CartLine line : lines) {
      Money total = line.total().orElse(Money.zero(line.item().currency()));
      totals.merge(line.vendor(), total, Money::plus);
    }
    return new CartView(
        lines.stream().map(CartViews::line).toList(),
        totals.entrySet().stream()
            .map(total -> new CartView.VendorTotal(total.getKey().name(), amount(total.getValue())))
            .toList());
  }

  static CandidateView candidate(Lookup.Offer offer) {
    return new CandidateView(
        offer.vendor().name(),
        offer.product().sku(),
        offer.product().gtin().map(Gtin::digits).orElse(null),
        offer.product().title(),
        offer.product().size(),
        offer.product().unitPrice().map(CartViews::amount).orElse(null),
        offer.product().category().path());
  }

  private static CartView.Line line(CartLine line) {
    return new CartView.Line(
        line.vendor().name(),
        line.sku(),
        line.item().title(),
        line.item().size(),
        line.quantity(),
        line.item().unitPrice().map(CartViews::amount).orElse(null),
        line.total().map(CartViews::amount).orElse(null),
        line.item().category().path(),
        line.quotedAt());
  }
}
