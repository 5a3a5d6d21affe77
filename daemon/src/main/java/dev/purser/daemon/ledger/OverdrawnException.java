package dev.purser.daemon.ledger;

/** A hold that the policy should have refused. The last guard, in the database itself. */
public final class OverdrawnException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OverdrawnException(String category, String month) {
    super(category + " has not enough left in " + month);
  }
}
