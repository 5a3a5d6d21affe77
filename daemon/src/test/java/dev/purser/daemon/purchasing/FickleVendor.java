package dev.purser.daemon.purchasing;

import dev.purser.budgets.Payee;
import dev.purser.budgets.VendorId;
import dev.purser.vendors.Catalogue;
import dev.purser.vendors.Placement;
import dev.purser.vendors.Quote;
import dev.purser.vendors.Vendor;
import dev.purser.vendors.VendorOrder;
import dev.purser.vendors.VendorUnavailableException;
import dev.purser.vendors.WantedItem;
import java.util.Currency;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A real shop, on whose answers a test has a say. */
public final class FickleVendor implements Vendor {
  private final Vendor vendor;
  private final Queue<Whim> whims = new ConcurrentLinkedQueue<>();
  private final Queue<Runnable> beforeQuote = new ConcurrentLinkedQueue<>();
  private final AtomicInteger placed = new AtomicInteger();
  private volatile boolean silent;

  FickleVendor(Vendor vendor) {
    this.vendor = vendor;
  }

  /** The call itself, at the shop. */
  public interface Real {
    Placement make();
  }

  /** What comes of one call to place an order. */
  public interface Whim {
    Placement play(Real real);
  }

  /** From now on it does not answer at all, or does again. */
  public void beSilent(boolean isSilent) {
    silent = isSilent;
  }

  /** At the next quote this happens first. */
  public void beforeQuote(Runnable event) {
    beforeQuote.add(event);
  }

  /** The next order placed meets this; several wait for one order each. */
  public void onPlace(Whim whim) {
    whims.add(whim);
  }

  /** How often the shop took an order; repeating one counts. */
  public int placed() {
    return placed.get();
  }

  @Override
  public VendorId id() {
    return vendor.id();
  }

  @Override
  public Payee payee() {
    return vendor.payee();
  }

  @Override
  public Currency currency() {
    return vendor.currency();
  }

  @Override
  public Catalogue catalogue() {
    return vendor.catalogue();
  }

  @Override
  public Quote quote(List<WantedItem> items) {
    requireAnswer();
    Runnable first = beforeQuote.poll();
    if (first != null) {
      first.run();
    }
    return vendor.quote(items);
  }

  @Override
  public Placement place(VendorOrder order) {
    requireAnswer();
    Whim whim = whims.poll();
    Real real =
        () -> {
          placed.incrementAndGet();
          return vendor.place(order);
        };
    return whim == null ? real.make() : whim.play(real);
  }

  private void requireAnswer() {
    if (silent) {
      throw new VendorUnavailableException(id(), new IllegalStateException("silent"));
    }
  }
}
