package dev.purser.daemon.orders;

import dev.purser.budgets.Requisition;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/**
 * A proposal and what became of it.
 *
 * @param month whose budgets it draws on: the month it was proposed in
 */
public record Order(
    UUID id,
    OrderState state,
    Asked asked,
    FrozenRequisition frozen,
    YearMonth month,
    Course course) {

  public Requisition requisition() {
    return frozen.requisition();
  }

  public String digest() {
    return frozen.digest();
  }

  public boolean isPendingAt(Instant now) {
    return state == OrderState.AWAITING_CONFIRMATION && now.isBefore(course.expiresAt());
  }

  /**
   * What the agent said.
   *
   * @param contentKey what was asked for, apart from prices: asked again by the same agent while
   *     one is pending, it is the same order
   * @param reason the agent's own words
   * @param replaces the order that this one took the place of
   */
  public record Asked(
      String agent, String contentKey, Optional<String> reason, Optional<UUID> replaces) {}

  /**
   * What came of it.
   *
   * @param expiresAt when the owner's time to answer ends
   * @param violations JSON of why policy denied it, as its agent was told
   * @param outcome a sentence for the owner on how it ended
   * @param decline why the owner said no
   */
  public record Course(
      Instant proposedAt,
      Instant expiresAt,
      Optional<Instant> confirmedAt,
      Optional<String> violations,
      Optional<String> outcome,
      Optional<Decline> decline) {

    /** Of an order that begins, waiting or denied. */
    public static Course begun(Instant proposedAt, Instant expiresAt, Optional<String> violations) {
      return new Course(
          proposedAt, expiresAt, Optional.empty(), violations, Optional.empty(), Optional.empty());
    }
  }
}
