package dev.purser.budgets.attention;

import java.time.LocalTime;

/**
 * When orders are usually proposed, by the owner's clock.
 *
 * @param from the first moment
 * @param to the first moment after; before {@code from} where midnight lies within, and equal to it
 *     for the whole day
 */
public record UsualHours(LocalTime from, LocalTime to) {
  /** When a household is awake. */
  public static final UsualHours DAY = new UsualHours(LocalTime.of(7, 0), LocalTime.of(22, 0));

  public boolean include(LocalTime time) {
    boolean started = !time.isBefore(from);
    boolean ended = !time.isBefore(to);
    return from.isBefore(to) ? started && !ended : started || !ended;
  }
}
