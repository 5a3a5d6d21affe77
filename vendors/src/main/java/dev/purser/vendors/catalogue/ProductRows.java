package dev.purser.vendors.catalogue;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.Money;
import dev.purser.vendors.Gtin;
import dev.purser.vendors.Product;
import dev.purser.vendors.VendorDescription;
import dev.purser.vendors.VendorText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the rows of one file into products, and says of each row it cannot use why. */
final class ProductRows {
  private static final int LONGEST_TEXT = 200;
  private static final int LONGEST_SKU = 64;

  /** 999 pieces of it, over many lines, still fit 64 bits by far. */
  private static final long DEAREST_MINOR = 1_000_000_000_000L;

  private final CatalogueHeader header;
  private final VendorDescription vendor;
  private final Map<String, Integer> lineOfSku = new HashMap<>();
  private final Map<Gtin, Integer> lineOfGtin = new HashMap<>();
  private final List<Product> products = new ArrayList<>();
  private final List<RowProblem> problems = new ArrayList<>();

  ProductRows(CatalogueHeader header, VendorDescription vendor) {
    this.header = header;
    this.vendor = vendor;
  }

  void add(CsvRow row) {
    try {
      Product product = product(row.cells().orElseThrow(() -> bad("its quotes do not match")));
      requireNew(product);
      lineOfSku.put(product.sku(), row.line());
      product.gtin().ifPresent(gtin -> lineOfGtin.put(gtin, row.line()));
      products.add(product);
    } catch (BadRow e) {
      problems.add(new RowProblem(row.line(), e.reason));
    }
  }

  CatalogueLoad load() {
    return new CatalogueLoad(products, problems);
  }

  private Product product(List<String> row) throws BadRow {
    // One cell too many is an unquoted comma: every cell behind it would be taken for another.
    if (row.stream().skip(header.width()).anyMatch(cell -> !cell.isBlank())) {
      throw bad("has more cells than the first row");
    }
    return new Product(
        sku(header.sku(row)),
        gtin(header.gtin(row)),
        title(header.title(row)),
        VendorText.clean(header.size(row), LONGEST_TEXT),
        price(header.price(row), header.currency(row)),
        category(header.category(row)));
  }

  /** The name under which it is ordered, so it is taken as it is or not at all. */
  private static String sku(String cell) throws BadRow {
    if (cell.isEmpty()) {
      throw bad("has no sku");
    }
    if (cell.length() > LONGEST_SKU || VendorText.hidesSomething(cell) || cell.contains("\uFFFD")) {
      throw bad("sku %s is not 1 to %d visible characters".formatted(shown(cell), LONGEST_SKU));
    }
    return cell;
  }

  private static Optional<Gtin> gtin(String cell) throws BadRow {
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    if (!Gtin.isShapedLike(cell)) {
      throw bad("gtin %s is not 8, 12, 13 or 14 digits".formatted(shown(cell)));
    }
    Optional<Gtin> gtin = Gtin.find(cell);
    if (gtin.isEmpty()) {
      throw bad("gtin %s has a wrong check digit".formatted(shown(cell)));
    }
    return gtin;
  }

  private static String title(String cell) throws BadRow {
    String title = VendorText.clean(cell, LONGEST_TEXT);
    if (title.isEmpty()) {
      throw bad("has no title");
    }
    return title;
  }

  private Optional<Money> price(String cell, String currency) throws BadRow {
    if (!currency.isEmpty() && !currency.equalsIgnoreCase(vendor.currency().getCurrencyCode())) {
      throw bad("currency %s is not %s".formatted(shown(currency), vendor.currency()));
    }
    return cell.isEmpty() ? Optional.empty() : Optional.of(price(cell));
  }

  private Money price(String cell) throws BadRow {
    Money price;
    try {
      price = Money.parse(cell, vendor.currency());
    } catch (IllegalArgumentException e) {
      throw bad(
          "price %s is not a plain decimal with at most %d decimals"
              .formatted(shown(cell), vendor.currency().getDefaultFractionDigits()));
    }
    // Nothing is given away: a price of zero is a price that somebody did not know.
    if (price.minor() < 1 || price.minor() > DEAREST_MINOR) {
      throw bad("price %s is not a possible price".formatted(shown(cell)));
    }
    return price;
  }

  private CategoryId category(String cell) throws BadRow {
    return vendor
        .categoryOf(cell)
        .orElseThrow(() -> bad("category %s is not mapped".formatted(shown(cell))));
  }

  private void requireNew(Product product) throws BadRow {
    Integer sameSku = lineOfSku.get(product.sku());
    if (sameSku != null) {
      throw bad("sku %s is already on line %d".formatted(shown(product.sku()), sameSku));
    }
    Integer sameGtin = product.gtin().map(lineOfGtin::get).orElse(null);
    if (sameGtin != null) {
      throw bad("its gtin is already on line %d".formatted(sameGtin));
    }
  }

  private static String shown(String cell) {
    return "'" + VendorText.clean(cell, 40) + "'";
  }

  private static BadRow bad(String reason) {
    return new BadRow(reason);
  }

  /** Stays within this class; an expected outcome, so without a stack trace. */
  private static final class BadRow extends Exception {
    private static final long serialVersionUID = 1L;
    private final String reason;

    BadRow(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }
  }
}
