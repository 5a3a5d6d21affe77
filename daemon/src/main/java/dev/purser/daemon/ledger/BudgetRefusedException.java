package dev.purser.daemon.ledger;

/** An amount that cannot be set; the message says why, for the person who tried. */
public final class BudgetRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BudgetRefusedException(String message) {
    super(message);
  }
}
