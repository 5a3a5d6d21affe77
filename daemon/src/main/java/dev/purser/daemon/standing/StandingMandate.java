package dev.purser.daemon.standing;

import dev.purser.budgets.standing.StandingTerms;
import dev.purser.daemon.passkeys.Matter;
import dev.purser.daemon.passkeys.SignedYes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A yes in advance, and how it stands.
 *
 * @param why it is suspended, in a sentence, perhaps with strangers' words in it
 * @param granted what the owner's passkey signed to grant it
 * @param lastSigned the last of its signatures
 */
public record StandingMandate(
    StandingText text,
    StandingState state,
    Optional<String> why,
    SignedYes granted,
    LastSigned lastSigned) {

  /**
   * The signature that it rests on now.
   *
   * @param number 0 for the one that granted it
   * @param person the operator whose passkey it was
   */
  public record LastSigned(int number, String person, Instant at) {}

  public UUID id() {
    return text.id();
  }

  public StandingTerms terms() {
    return text.terms();
  }

  /** Whether an order can be confirmed under it, as far as it alone can tell. */
  public boolean isActiveAt(Instant now) {
    return state == StandingState.ACTIVE && terms().term().contains(now);
  }

  /** {@code active}, {@code suspended}, {@code revoked} or {@code expired}. */
  public String standing(Instant now) {
    boolean isOver = state != StandingState.REVOKED && !now.isBefore(terms().term().until());
    return isOver ? "expired" : state.wireName();
  }

  /** What a passkey is asked to sign to let it stand again. */
  public Matter resumption() {
    return text.resumption(lastSigned.number() + 1);
  }
}
