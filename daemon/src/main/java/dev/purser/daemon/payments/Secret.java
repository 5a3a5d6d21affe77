package dev.purser.daemon.payments;

/** A value that must never be seen: printing, logging or serializing one shows nothing of it. */
final class Secret {
  private final String value;

  Secret(String value) {
    this.value = value;
  }

  /** The value itself, for the one place that needs it. */
  String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
