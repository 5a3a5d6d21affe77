package dev.purser.vendors.catalogue;

import dev.purser.vendors.CatalogueColumns;
import dev.purser.vendors.VendorText;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where in a row each of our columns is. */
final class CatalogueHeader {
  private final List<String> names;
  private final OptionalInt sku;
  private final OptionalInt gtin;
  private final List<Integer> title;
  private final OptionalInt size;
  private final OptionalInt price;
  private final OptionalInt currency;
  private final OptionalInt category;

  /**
   * Finds the columns.
   *
   * @throws IllegalArgumentException when one that is needed, or that the owner names, is not there
   *     or there twice
   */
  CatalogueHeader(List<String> cells, CatalogueColumns columns) {
    names = cells.stream().map(cell -> VendorText.clean(cell, 100)).toList();
    sku = OptionalInt.of(required(columns.sku()));
    gtin = optional("gtin", columns.gtin());
    title = columns.title().stream().map(this::required).toList();
    size = optional("size", columns.size());
    price = optional("price", columns.price());
    currency = optional("currency", columns.currency());
    category = optional("category", columns.category());
  }

  int width() {
    return names.size();
  }

  String sku(List<String> row) {
    return cell(row, sku);
  }

  String gtin(List<String> row) {
    return cell(row, gtin);
  }

  String title(List<String> row) {
    return title.stream()
        .map(part -> cell(row, OptionalInt.of(part)))
        .collect(Collectors.joining(" "));
  }

  String size(List<String> row) {
    return cell(row, size);
  }

  String price(List<String> row) {
    return cell(row, price);
  }

  String currency(List<String> row) {
    return cell(row, currency);
  }

  String category(List<String> row) {
    return cell(row, category);
  }

  /** Real rows break off early; what is not there is empty. */
  private static String cell(List<String> row, OptionalInt column) {
    return column.isPresent() && column.getAsInt() < row.size()
        ? row.get(column.getAsInt()).strip()
        : "";
  }

  /** A column that the owner gave a name of its own must be there: the name may be mistyped. */
  private OptionalInt optional(String ours, String name) {
    boolean isThere = names.stream().anyMatch(name::equalsIgnoreCase);
    return isThere || !name.equalsIgnoreCase(ours)
        ? OptionalInt.of(required(name))
        : OptionalInt.empty();
  }

  private int required(String name) {
    List<Integer> places =
        IntStream.range(0, names.size())
            .filter(place -> names.get(place).equalsIgnoreCase(name))
            .boxed()
            .toList();
    if (places.size() != 1) {
      throw new IllegalArgumentException(
          "%s column '%s'; its first row reads: %s"
              .formatted(
                  places.isEmpty() ? "has no" : "has more than one",
                  name,
                  VendorText.clean(String.join(", ", names), 300)));
    }
    return places.get(0);
  }
}
