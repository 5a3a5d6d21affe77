package dev.purser.daemon.confirmation;

import dev.purser.budgets.Requisition;
import dev.purser.daemon.orders.AlteredOrderException;
import dev.purser.daemon.orders.FrozenRequisition;
import dev.purser.daemon.seals.Alteration;
import dev.purser.daemon.seals.SealKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a mandate by itself: no database, no network, no clock. That the keys are the daemon's and
 * the owner's is for who checks to know; {@code purser mandate key} and {@code purser owner
 * passkeys} name them.
 */
public final class MandateCheck {
  private MandateCheck() {}

  /**
   * What does not hold, by field; empty when all does.
   *
   * @param trusted the daemon's key; without it, the one in the file is believed
   */
  public static List<Alteration> findings(MandateFile file, Optional<SealKey> trusted) {
    List<Alteration> found = new ArrayList<>(seal(file, trusted));
    try {
      Mandate mandate = file.mandate();
      requisition(mandate).ifPresent(found::add);
      signature(mandate).ifPresent(found::add);
    } catch (IllegalArgumentException e) {
      // Where the seal has named the field, this is the same trouble once more.
      if (found.isEmpty()) {
        found.add(new Alteration("mandate", String.valueOf(e.getMessage())));
      }
    }
    return List.copyOf(found);
  }

  /** Whether a mandate that is not sealed yet holds by itself: its text, and what was signed. */
  public static boolean holds(Mandate mandate) {
    return requisition(mandate).isEmpty() && signature(mandate).isEmpty();
  }

  private static List<Alteration> seal(MandateFile file, Optional<SealKey> trusted) {
    if (file.seal().isEmpty()) {
      return List.of(
          new Alteration("seal", "is missing: the mandate is older than seals, or was altered"));
    }
    if (trusted.isPresent()) {
      return trusted.get().alterations(file.seal().get(), file.fields());
    }
    Optional<SealKey> own = ownKey(file.sealKey());
    return own.isPresent()
        ? own.get().alterations(file.seal().get(), file.fields())
        : List.of(new Alteration("seal_key", "is no key as daemons write theirs"));
  }

  private static Optional<SealKey> ownKey(Map<String, Object> fields) {
    try {
      return Optional.of(SealKey.read(fields)).filter(key -> key.isWritten(fields));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Alteration> requisition(Mandate mandate) {
    try {
      FrozenRequisition.thaw(mandate.requisition().orElse(""), mandate.digest());
      return Optional.empty();
    } catch (AlteredOrderException e) {
      return Optional.of(new Alteration("requisition", "is not what digest was taken of"));
    }
  }

  private static Optional<Alteration> signature(Mandate mandate) {
    return mandate
        .evidence()
        .signed()
        .flatMap(
            yes ->
                mandate
                    .verify(yes)
                    .match(
                        holds -> Optional.<Alteration>empty(),
                        fails -> Optional.of(new Alteration("signed", fails.why()))));
  }

  /**
   * What a mandate says that holds, in sentences.
   *
   * @param trusted as for {@link #findings}
   */
  public static String says(MandateFile file, Optional<SealKey> trusted) {
    Mandate mandate = file.mandate();
    Requisition requisition =
        FrozenRequisition.thaw(mandate.requisition().orElseThrow(), mandate.digest()).requisition();
    String yes =
        "%s said yes %s order %s, %s to %s, at %s."
            .formatted(
                mandate
                    .evidence()
                    .signed()
                    .map(signed -> "passkey " + signed.passkeyId())
                    .orElse("the passphrase"),
                mandate.standing().isPresent() ? "in advance, on terms that cover" : "to",
                mandate.orderId(),
                requisition.total(),
                requisition.payee().name(),
                mandate.confirmedAt());
    return String.join("\n", yes, policy(mandate, requisition), seal(file, trusted.isPresent()));
  }

  private static String policy(Mandate mandate, Requisition requisition) {
    return requisition.policyVersion().equals(mandate.policyVersion())
        ? "Proposed and confirmed under policy %s.".formatted(mandate.policyVersion())
        : "Proposed under policy %s, confirmed under %s."
            .formatted(requisition.policyVersion(), mandate.policyVersion());
  }

  private static String seal(MandateFile file, boolean isTrusted) {
    return isTrusted
        ? "Sealed by the daemon whose key was given."
        : "Sealed by the key in the file, believed as it came: compare its kid, %s, with 'purser mandate key'."
            .formatted(file.sealKey().get("kid"));
  }
}
