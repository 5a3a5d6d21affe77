package dev.purser.vendors;

import dev.purser.budgets.Payee;
import dev.purser.budgets.VendorId;
import java.util.Currency;
import java.util.List;

/**
 * One shop that the owner allows. {@link VendorUnavailableException} says that it does not answer;
 * an order whose fate is not known is no exception but {@link Placement.Unknown}.
 */
public interface Vendor {

  VendorId id();

  /** Who is paid, as pinned by the owner's configuration. */
  Payee payee();

  /** The one currency it sells in. */
  Currency currency();

  /** What it sells. */
  Catalogue catalogue();

  /** Prices these items now. Items it cannot sell are named in the quote, not left out. */
  Quote quote(List<WantedItem> items);

  /**
   * Orders. Idempotent per order id: a second call with the same id finds the first, so that asking
   * again resolves {@link Placement.Unknown}.
   *
   * @throws VendorUnavailableException when this call surely ordered nothing; of an earlier one
   *     with the same id it says nothing
   */
  Placement place(VendorOrder order);
}
