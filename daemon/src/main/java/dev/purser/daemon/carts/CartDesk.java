package dev.purser.daemon.carts;

import dev.purser.agentapi.AddToCart;
import dev.purser.agentapi.AddToCartAnswer;
import dev.purser.agentapi.AddToCartAnswer.Result;
import dev.purser.agentapi.ProblemCode;
import dev.purser.budgets.VendorId;
import dev.purser.vendors.Lookup;
import dev.purser.vendors.Vendor;
import dev.purser.vendors.VendorRegistry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what an agent means and sets its line. */
public final class CartDesk {
  private final Carts carts;
  private final VendorRegistry vendors;
  private final Clock clock;

  public CartDesk(Carts carts, VendorRegistry vendors, Clock clock) {
    this.carts = carts;
    this.vendors = vendors;
    this.clock = clock;
  }

  public AddToCartAnswer set(String agent, AddToCart request) {
    Optional<VendorId> vendor = Optional.ofNullable(request.vendor()).map(this::allowed);
    if (request.quantity() == 0) {
      Optional<CartLine> line = lineOf(agent, request.item(), vendor);
      if (line.isPresent()) {
        return remove(agent, line.get().vendor(), line.get().sku());
      }
    }
    return vendors
        .lookUp(request.item(), vendor)
        .match(
            one -> set(agent, one, request.quantity()),
            choices -> choose(agent, choices),
            () -> unchanged(agent, Result.NOT_FOUND),
            () -> {
              throw ProblemCode.GTIN_CHECK_DIGIT.because(
                  "'"
                      + request.item()
                      + "' has the length of a GTIN, but its check digit is wrong."
                      + " Read the barcode again, or say the product in words.");
            });
  }

  /** A vendor by the owner's name for it; naming one that is not listed is an error. */
  public VendorId allowed(String name) {
    return vendorId(name)
        .flatMap(vendors::find)
        .map(Vendor::id)
        .orElseThrow(() -> ProblemCode.VENDOR_NOT_ALLOWED.because(notAllowed()));
  }

  private static Optional<VendorId> vendorId(String name) {
    try {
      return Optional.of(new VendorId(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private String notAllowed() {
    return "The owner's list of vendors does not have this one. It has: "
        + vendors.all().stream().map(vendor -> vendor.id().name()).collect(Collectors.joining(", "))
        + ".";
  }

  private AddToCartAnswer set(String agent, Lookup.One one, int quantity) {
    if (quantity == 0) {
      return remove(agent, one.vendor(), one.product().sku());
    }
    Vendor vendor = vendors.find(one.vendor()).orElseThrow();
    CartLine line =
        CartLine.of(
            one.vendor(),
            one.product(),
            vendor.currency(),
            quantity,
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    return answer(Result.IN_CART, carts.put(agent, line));
  }

  private AddToCartAnswer remove(String agent, VendorId vendor, String sku) {
    return answer(Result.REMOVED, carts.remove(agent, vendor, sku));
  }

  private AddToCartAnswer choose(String agent, Lookup.Choices choices) {
    return new AddToCartAnswer(
        Result.CHOOSE,
        choices.offers().stream().map(CartViews::candidate).toList(),
        CartViews.cart(carts.lines(agent)));
  }

  private AddToCartAnswer unchanged(String agent, Result result) {
    return answer(result, carts.lines(agent));
  }

  private static AddToCartAnswer answer(Result result, List<CartLine> lines) {
    return new AddToCartAnswer(result, List.of(), CartViews.cart(lines));
  }

  /** A line can be removed by its SKU even when its vendor no longer sells or may sell it. */
  private Optional<CartLine> lineOf(String agent, String sku, Optional<VendorId> vendor) {
    List<CartLine> found =
        carts.lines(agent).stream()
            .filter(line -> line.sku().equals(sku))
            .filter(line -> vendor.isEmpty() || vendor.get().equals(line.vendor()))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
