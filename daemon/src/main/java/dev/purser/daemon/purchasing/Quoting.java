package dev.purser.daemon.purchasing;

import dev.purser.budgets.Payee;
import dev.purser.budgets.Requisition;
import dev.purser.budgets.RequisitionLine;
import dev.purser.budgets.VendorId;
import dev.purser.daemon.carts.CartLine;
import dev.purser.daemon.policy.Policy;
import dev.purser.vendors.Quote;
import dev.purser.vendors.Vendor;
import dev.purser.vendors.VendorRegistry;
import dev.purser.vendors.WantedItem;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Asks vendors what things cost now. Over the network, so never inside a decision. */
final class Quoting {
  /** Stands where a vendor that is not listed would have an origin; such an order is denied. */
  private static final URI NOT_LISTED = URI.create("urn:purser:not-listed");

  private final VendorRegistry vendors;
  private final Policy policy;

  Quoting(VendorRegistry vendors, Policy policy) {
    this.vendors = vendors;
    this.policy = policy;
  }

  /**
   * Quotes an agent's lines of one vendor. A vendor that is no longer listed is not asked.
   *
   * @param lines at least one
   */
  QuotedRequisition quoteCart(VendorId vendor, List<CartLine> lines) {
    List<WantedItem> items =
        lines.stream()
            .map(line -> new WantedItem(line.sku(), line.item().title(), line.quantity()))
            .toList();
    return quote(vendor, items).orElseGet(() -> unlisted(vendor, lines));
  }

  /** Quotes an order's lines again; empty when its vendor is no longer listed. */
  Optional<QuotedRequisition> quoteAgain(Requisition requisition) {
    List<WantedItem> items =
        requisition.lines().stream()
            .map(line -> new WantedItem(line.sku(), line.title(), line.quantity()))
            .toList();
    return quote(requisition.vendor(), items);
  }

  /** Quotes what stays of an order; empty when its vendor is no longer listed. */
  Optional<QuotedRequisition> quoteLess(Requisition requisition, Less less) {
    List<WantedItem> items =
        requisition.lines().stream()
            .filter(line -> less.of(line) > 0)
            .map(line -> new WantedItem(line.sku(), line.title(), less.of(line)))
            .toList();
    return quote(requisition.vendor(), items);
  }

  private Optional<QuotedRequisition> quote(VendorId id, List<WantedItem> items) {
    return vendors.find(id).map(vendor -> frozen(vendor, vendor.quote(items)));
  }

  private QuotedRequisition frozen(Vendor vendor, Quote quote) {
    Requisition requisition =
        new Requisition(
            vendor.id(),
            vendor.payee(),
            vendor.currency(),
            quote.lines(),
            quote.charges(),
            policy.owner().shipTo(),
            policy.version());
    return new QuotedRequisition(requisition, quote.unobtainable());
  }

  private QuotedRequisition unlisted(VendorId vendor, List<CartLine> lines) {
    List<RequisitionLine> known =
        lines.stream().flatMap(line -> asLastSeen(line).stream()).toList();
    return new QuotedRequisition(
        new Requisition(
            vendor,
            new Payee(vendor.name(), NOT_LISTED),
            lines.get(0).item().currency(),
            known,
            List.of(),
            policy.owner().shipTo(),
            policy.version()),
        List.of());
  }

  private static Optional<RequisitionLine> asLastSeen(CartLine line) {
    return line.item()
        .unitPrice()
        .map(
            price ->
                new RequisitionLine(
                    line.sku(),
                    line.item().title(),
                    line.item().size(),
                    line.quantity(),
                    price,
                    line.item().category()));
  }
}
