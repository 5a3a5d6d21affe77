package dev.purser.daemon.purchasing;

import dev.purser.daemon.confirmation.Locator;
import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.confirmation.ProofWays;
import dev.purser.daemon.orders.Decline;
import dev.purser.daemon.orders.OrderSheet;
import dev.purser.daemon.passkeys.PasskeyRequest;
import java.time.Duration;
import java.util.Optional;

/** What the owner can do with the order that a link locates. */
public interface OwnerDesk {

  /** Looks, and changes nothing. Empty for a link that locates no order. */
  Optional<OrderSheet> look(Locator locator);

  /** By which proofs the owner can confirm now. */
  ProofWays ways();

  /**
   * A question for the owner's passkeys about the order.
   *
   * @param digest of the order that was shown
   * @return empty when the order is another or waits no more, nobody has a passkey, or too many
   *     questions are open
   */
  Optional<PasskeyRequest> ask(Locator locator, String digest);

  /**
   * Says yes to the order whose digest the attempt names, if the proof holds.
   *
   * @param shownFor for how long the owner has had the order's page; kept with a yes
   */
  ConfirmOutcome confirm(Locator locator, ProofAttempt attempt, Duration shownFor);

  /**
   * Ends the order and puts a smaller one in its place, which waits for a yes of its own. Needs no
   * proof: it only ever takes away.
   */
  NarrowOutcome narrow(Locator locator, Less less);

  /**
   * A question for the owner's passkeys about several orders at once.
   *
   * @return empty where {@link #ask} is, for any of them
   */
  Optional<PasskeyRequest> askSeveral(Chosen chosen);

  /** Says yes to exactly the chosen orders, if one proof over all of them holds. */
  SeveralOutcome confirmSeveral(Chosen chosen, ProofAttempt attempt, Duration shownFor);

  /**
   * Says no. Needs no proof: declining is one tap.
   *
   * @param decline why, for the agent to hear
   * @return false when the order was no longer waiting for an answer
   */
  boolean decline(Locator locator, Decline decline);

  /**
   * Ends the standing mandates that were meant for the order. Needs no proof.
   *
   * @return false when there was none to end
   */
  boolean revokeStanding(Locator locator);

  /**
   * Wants to be told of the order again. Needs no proof, and prolongs nothing.
   *
   * @param pause until then
   */
  LaterOutcome later(Locator locator, Duration pause);

  /**
   * Freezes the agent of the order, or all agents. Needs no proof: it is one tap.
   *
   * @return how many orders were declined; empty for a link that locates no order
   */
  Optional<Integer> freeze(Locator locator, boolean all);

  /**
   * Takes the yes back within the undo window. Needs no proof.
   *
   * @return false when it was too late, or there was nothing to undo
   */
  boolean undo(Locator locator);
}
