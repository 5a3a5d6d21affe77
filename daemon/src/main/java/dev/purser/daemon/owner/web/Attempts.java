package dev.purser.daemon.owner.web;

/** How many tries at a passphrase are left, in words. */
public final class Attempts {
  private Attempts() {}

  /** A sentence; zero and less say that there is none. */
  public static String left(int attempts) {
    if (attempts < 1) {
      return "No attempts left for now.";
    }
    return attempts == 1 ? "1 attempt left." : attempts + " attempts left.";
  }
}
