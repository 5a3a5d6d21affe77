package dev.purser.daemon.purchasing;

import dev.purser.budgets.CategoryId;
import dev.purser.budgets.VendorId;
import dev.purser.vendors.CatalogueColumns;
import dev.purser.vendors.CatalogueDescription;
import dev.purser.vendors.VendorDescription;
import dev.purser.vendors.VendorRegistry;
import dev.purser.vendors.catalogue.CatalogueVendor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The shops there are, whether or not the owner's policy lists them. */
final class Market {
  private record Stall(Shelf shelf, FickleVendor vendor) {}

  private final Path directory;
  private final Map<String, Stall> stalls = new TreeMap<>();

  Market(Path directory) {
    this.directory = directory;
  }

  Shelf shelf(String vendor) {
    return stall(vendor).shelf();
  }

  FickleVendor vendor(String vendor) {
    return stall(vendor).vendor();
  }

  VendorRegistry listed(Set<String> vendors) {
    return new VendorRegistry(vendors.stream().map(this::vendor).toList());
  }

  private Stall stall(String vendor) {
    return stalls.computeIfAbsent(vendor, this::open);
  }

  private Stall open(String vendor) {
    try {
      Path place = Files.createDirectories(directory.resolve(vendor));
      Shelf shelf = new Shelf(place.resolve("catalogue.csv"));
      return new Stall(shelf, new FickleVendor(new CatalogueVendor(description(vendor), place)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static VendorDescription description(String vendor) {
    return new VendorDescription(
        new VendorId(vendor),
        "Shop " + vendor,
        URI.create("https://" + vendor + ".example"),
        Currency.getInstance("USD"),
        null,
        Map.of(
            "*", new CategoryId("household/pantry"),
            "snacks", new CategoryId("household/treats"),
            "tools", new CategoryId("workshop/tools")),
        new CatalogueDescription("catalogue.csv", CatalogueColumns.DEFAULT),
        "orders");
  }
}
