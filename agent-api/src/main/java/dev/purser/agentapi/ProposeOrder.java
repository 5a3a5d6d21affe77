package dev.purser.agentapi;

import org.jspecify.annotations.Nullable;

/**
 * Proposes a vendor's lines to the owner, or asks after an order proposed before.
 *
 * @param vendor whose lines; may be left out while the cart has only one vendor
 * @param reason at most 280 characters, shown to the owner last and as the agent's words
 * @param order the id of an earlier order; then nothing else may be said
 */
public record ProposeOrder(
    @Nullable String vendor, @Nullable String reason, @Nullable String order) {
  /** As much as the owner is asked to read of the agent's words. */
  public static final int MAX_REASON_LENGTH = 280;

  public ProposeOrder {
    if (reason != null && reason.codePointCount(0, reason.length()) > MAX_REASON_LENGTH) {
      throw ProblemCode.INVALID_FIELD.because("'reason' may have at most 280 characters.");
    }
    if (order != null && (vendor != null || reason != null)) {
      throw ProblemCode.INVALID_FIELD.because(
          "'order' asks after an earlier order; leave out 'vendor' and 'reason'.");
    }
  }
}
