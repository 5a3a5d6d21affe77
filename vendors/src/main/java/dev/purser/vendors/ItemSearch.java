package dev.purser.vendors;

import dev.purser.budgets.VendorId;
import dev.purser.vendors.Lookup.Offer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds what an agent means: a SKU before a GTIN before words. */
final class ItemSearch {
  /** Design: the agent's surface. */
  private static final int MOST_CHOICES = 8;

  private record Hit(VendorId vendor, SearchHit found) {}

  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingInt((Hit hit) -> hit.found().score())
          .reversed()
          .thenComparing(hit -> hit.found().product().title())
          .thenComparing(hit -> hit.found().product().sku())
          .thenComparing(Hit::vendor);

  private final List<Vendor> vendors;

  ItemSearch(List<Vendor> vendors) {
    this.vendors = vendors;
  }

  Lookup lookUp(String item) {
    List<Offer> named = offers(catalogue -> catalogue.bySku(item));
    if (!named.isEmpty()) {
      return oneOrChoices(named);
    }
    if (!Gtin.isShapedLike(item)) {
      return byWords(item);
    }
    Optional<Gtin> gtin = Gtin.find(item);
    if (gtin.isEmpty()) {
      return new Lookup.WrongCheckDigit();
    }
    List<Offer> numbered = offers(catalogue -> catalogue.byGtin(gtin.get()));
    return numbered.isEmpty() ? byWords(item) : oneOrChoices(numbered);
  }

  private List<Offer> offers(Function<Catalogue, Optional<Product>> find) {
    return vendors.stream()
        .flatMap(
            vendor ->
                find.apply(vendor.catalogue()).stream()
                    .map(product -> new Offer(vendor.id(), product)))
        .toList();
  }

  private static Lookup oneOrChoices(List<Offer> offers) {
    return offers.size() == 1
        ? new Lookup.One(offers.get(0).vendor(), offers.get(0).product())
        : new Lookup.Choices(offers.stream().limit(MOST_CHOICES).toList());
  }

  /** Whole words that only one product has are as good as its name; a guess never is. */
  private Lookup byWords(String words) {
    List<Hit> hits =
        vendors.stream()
            .flatMap(vendor -> hits(vendor, words))
            .sorted(BEST_FIRST)
            .limit(MOST_CHOICES)
            .toList();
    if (hits.isEmpty()) {
      return new Lookup.Nothing();
    }
    List<Offer> exact =
        hits.stream().filter(hit -> hit.found().exact()).map(ItemSearch::offer).toList();
    return exact.size() == 1
        ? oneOrChoices(exact)
        : new Lookup.Choices(hits.stream().map(ItemSearch::offer).toList());
  }

  private static Stream<Hit> hits(Vendor vendor, String words) {
    return vendor.catalogue().search(words, MOST_CHOICES).stream()
        .map(found -> new Hit(vendor.id(), found));
  }

  private static Offer offer(Hit hit) {
    return new Offer(hit.vendor(), hit.found().product());
  }
}
