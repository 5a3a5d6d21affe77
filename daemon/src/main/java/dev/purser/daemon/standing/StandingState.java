package dev.purser.daemon.standing;

import java.util.Locale;

/** How a standing mandate stands. That its time is over is judged when it is looked at. */
public enum StandingState {
  /** Orders are confirmed under it. */
  ACTIVE,
  /** Something odd has happened; the owner's passkey may let it stand again. */
  SUSPENDED,
  /** The owner has put an end to it. */
  REVOKED;

  /** As it stands in audit events and in the command line's answers. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
