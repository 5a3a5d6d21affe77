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

  /**
   * What the item means: an exact SKU, else a GTIN, else words. The same SKU or GTIN at two
   * vendors, words that several products have, and guesses are choices.
   *
   * @param item any text from outside; blanks around it do not count
   * @param vendor the only one to search; one that is not allowed sells nothing
   */
  public Lookup lookUp(String item, Optional<VendorId> vendor) {
    List<Vendor> searched = vendor.map(id -> find(id).stream().toList()).orElseGet(this::all);
    return new ItemSearch(searched).lookUp(item.strip());
  }
}
