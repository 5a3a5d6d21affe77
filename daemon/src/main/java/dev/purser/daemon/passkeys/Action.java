package dev.purser.daemon.passkeys;

/** What a signature is for. It is signed too, so that one cannot be taken for the other. */
public enum Action {
  /** Yes to an order. */
  CONFIRM("confirm"),
  /** Yes to each of several orders. */
  CONFIRM_SEVERAL("confirm-several"),
  /** A new passkey. */
  ENROL("enrol"),
  /** The owner's pages, for a while. */
  SIGN_IN("sign-in"),
  /** An agent that was stopped may propose again. */
  THAW("thaw"),
  /** Money that was paid comes back. */
  REFUND("refund"),
  /** A yes in advance, within bounds. */
  STANDING("standing");

  private final String word;

  Action(String word) {
    this.word = word;
  }

  /** As it is signed and stored. */
  public String word() {
    return word;
  }
}
