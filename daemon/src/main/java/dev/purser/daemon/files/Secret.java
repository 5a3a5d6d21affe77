package dev.purser.daemon.files;

/** A value that must never be seen: printing, logging or serializing one shows nothing of it. */
public final class Secret {
  private final String value;

  Secret(String value) {
    this.value = value;
  }

  /** The value itself, for the one place that needs it. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
