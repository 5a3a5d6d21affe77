package dev.purser.vendors;

import dev.purser.budgets.VendorId;

/** The vendor does not answer now; nothing was changed there. */
public final class VendorUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public VendorUnavailableException(VendorId vendor, Throwable cause) {
    super(vendor + " does not answer", cause);
  }
}
