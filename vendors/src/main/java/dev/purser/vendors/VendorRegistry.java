package dev.purser.vendors;

import dev.purser.budgets.VendorId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The vendors that the owner allows. One that is not listed has no object to call. */
public final class VendorRegistry {
  private final SortedMap<VendorId, Vendor> vendors = new TreeMap<>();

  public VendorRegistry(Collection<? extends Vendor> allowed) {
    for (Vendor vendor : allowed) {
      if (vendors.put(vendor.id(), vendor) != null) {
        throw new IllegalArgumentException(vendor.id() + " is described twice");
      }
    }
  }

  public Optional<Vendor> find(VendorId id) {
    return Optional.ofNullable(vendors.get(id));
  }

  /** All allowed vendors, by id. */
  public List<Vendor> all() {
    return List.copyOf(vendors.values());
  }
}
