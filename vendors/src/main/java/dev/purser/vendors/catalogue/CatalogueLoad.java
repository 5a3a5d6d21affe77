package dev.purser.vendors.catalogue;

import dev.purser.vendors.Product;
import java.util.List;

/**
 * What came of reading a catalogue file.
 *
 * @param products in the order of the file; no SKU and no GTIN twice
 * @param problems the rows left out, in the order of the file
 */
public record CatalogueLoad(List<Product> products, List<RowProblem> problems) {
  public CatalogueLoad {
    products = List.copyOf(products);
    problems = List.copyOf(problems);
  }
}
