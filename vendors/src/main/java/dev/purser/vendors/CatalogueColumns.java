package dev.purser.vendors;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a catalogue file are called. One left out has our own name for it; compared
 * without case.
 *
 * @param title one or several, whose texts are joined with blanks, such as brand and name
 */
public record CatalogueColumns(
    String sku,
    String gtin,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> title,
    String size,
    String price,
    String currency,
    String category) {
  /** Our own names throughout. */
  public static final CatalogueColumns DEFAULT =
      new CatalogueColumns(null, null, null, null, null, null, null);

  public CatalogueColumns(
      @Nullable String sku,
      @Nullable String gtin,
      @Nullable List<String> title,
      @Nullable String size,
      @Nullable String price,
      @Nullable String currency,
      @Nullable String category) {
    this.sku = named("sku", sku);
    this.gtin = named("gtin", gtin);
    this.title =
        title == null || title.isEmpty()
            ? List.of("title")
            : title.stream().map(part -> named("title", part)).toList();
    this.size = named("size", size);
    this.price = named("price", price);
    this.currency = named("currency", currency);
    this.category = named("category", category);
  }

  private static String named(String key, @Nullable String name) {
    if (name == null) {
      return key;
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("catalogue.columns.%s: is empty".formatted(key));
    }
    return name.strip();
  }
}
