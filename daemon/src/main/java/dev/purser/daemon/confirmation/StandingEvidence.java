package dev.purser.daemon.confirmation;

import dev.purser.budgets.Requisition;
import dev.purser.budgets.standing.StandingCheck;
import dev.purser.daemon.orders.AlteredOrderException;
import dev.purser.daemon.orders.FrozenRequisition;
import dev.purser.daemon.passkeys.SignedYes;
import dev.purser.daemon.passkeys.Verification;
import dev.purser.daemon.standing.StandingText;

/**
 * Whether a yes in advance is a yes to an order: the owner signed the terms, and the order is
 * within them. How often they were used before, and what was bought, only the books can tell.
 */
final class StandingEvidence {
  private StandingEvidence() {}

  static Verification verify(Mandate mandate, String terms, SignedYes yes) {
    try {
      StandingText text = StandingText.read(terms);
      return StandingCheck.objection(text.terms(), requisition(mandate), mandate.confirmedAt())
          .<Verification>map(Verification.Fails::new)
          .orElseGet(() -> yes.verify(text.grant()));
    } catch (IllegalArgumentException | AlteredOrderException e) {
      return new Verification.Fails(String.valueOf(e.getMessage()));
    }
  }

  /** Terms that hold are for one agent's orders. */
  static boolean isFor(String agent, String terms) {
    return StandingText.read(terms).terms().agent().equals(agent);
  }

  private static Requisition requisition(Mandate mandate) {
    return FrozenRequisition.thaw(mandate.requisition().orElse(""), mandate.digest()).requisition();
  }
}
