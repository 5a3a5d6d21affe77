package dev.purser.daemon.policy;

import dev.purser.budgets.VendorId;
import dev.purser.vendors.VendorDescription;
import dev.purser.vendors.catalogue.CatalogueVendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads {@code vendors/ID.yml} for the vendors that the policy lists, and for no other. */
public final class VendorFiles {
  private VendorFiles() {}

  /**
   * A vendor by its description.
   *
   * @throws InvalidPolicyException naming the file and the key
   */
  public static CatalogueVendor open(Path file) {
    return new CatalogueVendor(describe(file), directory(file.toAbsolutePath()));
  }

  /** What the directory of descriptions says of a vendor; its catalogue is not read. */
  public static VendorDescription describe(Path directory, VendorId id) {
    return describe(directory.resolve(id.name() + ".yml"));
  }

  private static VendorDescription describe(Path file) {
    return StrictYaml.read(file, text(file.toAbsolutePath()), VendorDescription.class);
  }

  /** The vendor with this id, from the directory of descriptions. */
  public static CatalogueVendor open(Path directory, VendorId id) {
    Path file = directory.resolve(id.name() + ".yml");
    CatalogueVendor vendor = open(file);
    if (!vendor.id().equals(id)) {
      throw new InvalidPolicyException(
          file + ": id: is '" + vendor.id() + "', not the file's name");
    }
    return vendor;
  }

  private static Path directory(Path file) {
    Path directory = file.getParent();
    if (directory == null) {
      throw new InvalidPolicyException(file + " is no file");
    }
    return directory;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new InvalidPolicyException(
          "cannot read " + file + "; the policy lists this vendor, so its description is needed",
          e);
    }
  }
}
