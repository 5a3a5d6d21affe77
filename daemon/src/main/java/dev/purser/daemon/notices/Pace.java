package dev.purser.daemon.notices;

import java.time.Duration;

/**
 * How often one agent's proposals may make a letter, so that a flood is one letter.
 *
 * @param gather what is proposed within this time of the first is told in the same letter; zero
 *     tells each by itself
 * @param quiet after a letter, how long the next one about the same agent's proposals waits
 */
public record Pace(Duration gather, Duration quiet) {
  public Pace {
    if (gather.isNegative() || quiet.isNegative()) {
      throw new IllegalArgumentException("a pause is not negative");
    }
  }
}
