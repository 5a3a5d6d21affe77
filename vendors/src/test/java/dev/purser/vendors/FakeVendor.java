package dev.purser.vendors;

import dev.purser.budgets.Payee;
import dev.purser.budgets.VendorId;
import dev.purser.vendors.catalogue.IndexedCatalogue;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;

/** A shop that does as a test says. */
final class FakeVendor implements Vendor {
  private final VendorId id;
  private final Catalogue catalogue;
  Callable<Quote> onQuote = () -> new Quote(List.of(), List.of(), List.of());
  Callable<Placement> onPlace = () -> new Placement.Placed("1");
  int calls;

  FakeVendor(String id, Product... products) {
    this.id = new VendorId(id);
    this.catalogue = new IndexedCatalogue(List.of(products));
  }

  @Override
  public VendorId id() {
    return id;
  }

  @Override
  public Payee payee() {
    return new Payee(id.name(), URI.create("https://" + id + ".example"));
  }

  @Override
  public Currency currency() {
    return Samples.USD;
  }

  @Override
  public Catalogue catalogue() {
    return catalogue;
  }

  @Override
  public Quote quote(List<WantedItem> items) {
    return call(onQuote);
  }

  @Override
  public Placement place(VendorOrder order) {
    return call(onPlace);
  }

  private <T> T call(Callable<T> answer) {
    calls++;
    try {
      return answer.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
