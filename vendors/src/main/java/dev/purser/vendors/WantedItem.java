package dev.purser.vendors;

import dev.purser.budgets.RequisitionLine;

/**
 * An item to be priced.
 *
 * @param title what it was called when it was put into the cart, for naming it if it is gone
 * @param quantity 1 to 999
 */
public record WantedItem(String sku, String title, int quantity) {
  public WantedItem {
    if (quantity < 1 || quantity > RequisitionLine.MAX_QUANTITY) {
      throw new IllegalArgumentException("quantity must be 1 to 999, not " + quantity);
    }
  }
}
