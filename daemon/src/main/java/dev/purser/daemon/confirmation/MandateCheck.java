package dev.purser.daemon.confirmation;

import dev.purser.budgets.Requisition;
import dev.purser.daemon.orders.AlteredOrderException;
import dev.purser.daemon.orders.FrozenRequisition;
import dev.purser.daemon.passkeys.SignedYes;
import java.util.Optional;

/**
 * Checks a mandate by itself: no database, no network, no clock. That the passkey is the owner's is
 * for who checks to know; {@code purser owner passkeys} lists them.
 */
public final class MandateCheck {
  private MandateCheck() {}

  /** What does not hold, in a sentence without a full stop; empty when all does. */
  public static Optional<String> finding(Mandate mandate) {
    try {
      FrozenRequisition.thaw(mandate.requisition().orElse(""), mandate.digest());
    } catch (AlteredOrderException e) {
      return Optional.of("requisition is not what digest was taken of");
    }
    Optional<SignedYes> yes = mandate.evidence().signed();
    if (yes.isEmpty()) {
      return Optional.of("a passphrase was typed, and nothing signed: only the books can tell");
    }
    return mandate
        .verify(yes.get())
        .match(holds -> Optional.empty(), fails -> Optional.of("signed: " + fails.why()));
  }

  /** What a mandate that holds says, in a sentence. */
  public static String says(Mandate mandate) {
    Requisition requisition =
        FrozenRequisition.thaw(mandate.requisition().orElseThrow(), mandate.digest()).requisition();
    return "passkey %s said yes %s order %s, %s to %s."
        .formatted(
            mandate.evidence().signed().map(SignedYes::passkeyId).orElseThrow(),
            mandate.standing().isPresent() ? "in advance, on terms that cover" : "to",
            mandate.orderId(),
            requisition.total(),
            requisition.payee().name());
  }
}
