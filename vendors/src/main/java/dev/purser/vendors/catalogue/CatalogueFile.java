package dev.purser.vendors.catalogue;

import dev.purser.vendors.VendorDescription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue as a CSV file: UTF-8, commas, the names of the columns in the first row. Bytes that
 * are not UTF-8 are shown as such (U+FFFD) and harm nothing but the text they stand in.
 */
public final class CatalogueFile {
  private static final long LARGEST_BYTES = 64L * 1024 * 1024;

  private final Path file;
  private final VendorDescription vendor;

  public CatalogueFile(Path file, VendorDescription vendor) {
    this.file = file;
    this.vendor = vendor;
  }

  public Path path() {
    return file;
  }

  /**
   * Reads all of it. Rows that cannot be used are problems, not errors.
   *
   * @throws CatalogueUnreadableException when there is no such file, it cannot be read, is larger
   *     than 64 MiB, or has no row that names the columns
   */
  public CatalogueLoad load() {
    CsvText csv = new CsvText(text());
    ProductRows rows = new ProductRows(header(csv), vendor);
    for (Optional<CsvRow> row = csv.next(); row.isPresent(); row = csv.next()) {
      rows.add(row.get());
    }
    return rows.load();
  }

  private CatalogueHeader header(CsvText csv) {
    CsvRow first = csv.next().orElseThrow(() -> unreadable("is empty", null));
    try {
      return new CatalogueHeader(
          first
              .cells()
              .orElseThrow(() -> unreadable("the quotes of its first row do not match", null)),
          vendor.catalogue().columns());
    } catch (IllegalArgumentException e) {
      throw unreadable(String.valueOf(e.getMessage()), e);
    }
  }

  private String text() {
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw unreadable("is larger than 64 MiB", null);
      }
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw unreadable("there is no such file", e);
    } catch (IOException e) {
      throw unreadable("cannot be read", e);
    }
  }

  private CatalogueUnreadableException unreadable(String why, @Nullable Throwable cause) {
    return new CatalogueUnreadableException(file, why, cause);
  }
}
