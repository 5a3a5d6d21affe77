package dev.purser.vendors;

import org.jspecify.annotations.Nullable;

/**
 * Where a vendor's catalogue is and how to read it.
 *
 * @param file a CSV file, relative to the description's own directory
 * @param columns what its columns are called; may be left out
 */
public record CatalogueDescription(String file, CatalogueColumns columns) {
  public CatalogueDescription(String file, @Nullable CatalogueColumns columns) {
    this.file = VendorDescription.requirePath("catalogue.file", file);
    this.columns = columns == null ? CatalogueColumns.DEFAULT : columns;
  }
}
