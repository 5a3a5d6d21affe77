package dev.purser.budgets;

import java.util.regex.Pattern;

/**
 * The owner's own name for a vendor, such as {@code corner-store}. Never the vendor's word for
 * itself, so that a look-alike cannot take it.
 *
 * @param name 1 to 40 lower-case letters, digits and hyphens, starting with a letter or digit
 */
public record VendorId(String name) implements Comparable<VendorId> {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  public VendorId {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a vendor: use lower-case letters, digits and hyphens".formatted(name));
    }
  }

  @Override
  public int compareTo(VendorId other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
