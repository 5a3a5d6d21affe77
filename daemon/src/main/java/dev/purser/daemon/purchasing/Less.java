package dev.purser.daemon.purchasing;

import dev.purser.budgets.Requisition;
import dev.purser.budgets.RequisitionLine;
import java.util.HashMap;
import java.util.Map;

/**
 * An order as the owner would rather have it: the same things, but fewer.
 *
 * @param digest of the order that was shown
 * @param quantities of what stays, by SKU; what is not named is left out
 */
public record Less(String digest, Map<String, Integer> quantities) {
  public Less {
    quantities = Map.copyOf(quantities);
    if (quantities.values().stream().anyMatch(quantity -> quantity < 0)) {
      throw new IllegalArgumentException("a quantity is at least 0");
    }
  }

  /** Whether nothing would stay. */
  boolean isNothing() {
    return quantities.values().stream().allMatch(quantity -> quantity == 0);
  }

  /** Whether it has nothing that the order has not, and not as much of something. */
  boolean isLessThan(Requisition requisition) {
    Map<String, Integer> asked = quantities(requisition);
    boolean within =
        quantities.entrySet().stream()
            .allMatch(wish -> wish.getValue() <= asked.getOrDefault(wish.getKey(), -1));
    return within && !asked.equals(whatStays());
  }

  /** Whether a vendor has quoted these things and no others. */
  boolean isExactly(Requisition quoted) {
    return quantities(quoted).equals(whatStays());
  }

  /** What stays of a line; 0 for one that is left out. */
  int of(RequisitionLine line) {
    return quantities.getOrDefault(line.sku(), 0);
  }

  private Map<String, Integer> whatStays() {
    Map<String, Integer> stays = new HashMap<>(quantities);
    stays.values().removeIf(quantity -> quantity == 0);
    return stays;
  }

  private static Map<String, Integer> quantities(Requisition requisition) {
    Map<String, Integer> quantities = new HashMap<>();
    requisition
        .lines()
        .forEach(line -> quantities.merge(line.sku(), line.quantity(), Integer::sum));
    return quantities;
  }
}
