package dev.purser.vendors;

import java.util.List;
import java.util.Optional;

/** What one vendor sells. */
public interface Catalogue {

  /** The product with exactly this SKU. */
  Optional<Product> bySku(String sku);

  /** The product with this GTIN. */
  Optional<Product> byGtin(Gtin gtin);

  /**
   * Products that the words could mean, best first.
   *
   * @param words any text; a misspelt word still finds what it is near to
   * @param limit how many at most
   */
  List<SearchHit> search(String words, int limit);
}
