package dev.purser.vendors;

import dev.purser.budgets.Requisition;
import java.util.UUID;

/**
 * What is ordered from a vendor.
 *
 * @param id the order's id: the vendor's idempotency key
 */
public record VendorOrder(UUID id, Requisition requisition) {}
