package dev.purser.daemon.purchasing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/** A vendor's catalogue file, written anew at each change as a shop would. */
public final class Shelf {
  private final Path file;
  private final Map<String, String> rows = new TreeMap<>();

  Shelf(Path file) {
    this.file = file;
    write();
  }

  /**
   * Puts a product up, or gives it another price.
   *
   * @param price a decimal; empty where it is not known
   * @param category the vendor's own word
   */
  public Shelf sell(String sku, String price, String category) {
    rows.put(sku, "%s,Fresh %s,each,%s,%s".formatted(sku, sku, price, category));
    return write();
  }

  /** Takes a product down. */
  public Shelf stopSelling(String sku) {
    rows.remove(sku);
    return write();
  }

  private Shelf write() {
    try {
      Path fresh = file.resolveSibling("fresh.csv");
      Files.writeString(
          fresh, "sku,title,size,price,category\n" + String.join("\n", rows.values()) + "\n");
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
