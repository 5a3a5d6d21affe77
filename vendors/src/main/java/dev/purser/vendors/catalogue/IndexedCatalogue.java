package dev.purser.vendors.catalogue;

import dev.purser.vendors.Catalogue;
import dev.purser.vendors.Gtin;
import dev.purser.vendors.Product;
import dev.purser.vendors.SearchHit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One reading of a catalogue, which does not change any more. */
public final class IndexedCatalogue implements Catalogue {
  private final Map<String, Product> bySku = new HashMap<>();
  private final Map<Gtin, Product> byGtin = new HashMap<>();
  private final WordIndex words;

  /** Of two products with one SKU or GTIN the first counts. */
  public IndexedCatalogue(List<Product> products) {
    for (Product product : products) {
      bySku.putIfAbsent(product.sku(), product);
      product.gtin().ifPresent(gtin -> byGtin.putIfAbsent(gtin, product));
    }
    words = new WordIndex(products);
  }

  @Override
  public Optional<Product> bySku(String sku) {
    return Optional.ofNullable(bySku.get(sku));
  }

  @Override
  public Optional<Product> byGtin(Gtin gtin) {
    return Optional.ofNullable(byGtin.get(gtin));
  }

  @Override
  public List<SearchHit> search(String query, int limit) {
    return words.search(query, limit);
  }
}
