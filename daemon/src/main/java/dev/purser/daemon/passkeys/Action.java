package dev.purser.daemon.passkeys;

/** What a signature is for. It is signed too, so that one cannot be taken for the other. */
public enum Action {
  CONFIRM("confirm"),
  ENROL("enrol");

  private final String word;

  Action(String word) {
    this.word = word;
  }

  /** As it is signed and stored. */
  public String word() {
    return word;
  }
}
