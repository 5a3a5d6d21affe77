package dev.purser.daemon.owner;

import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.owner.web.ProofForm;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;

/** What a yes comes with: the digest that was shown, and a passphrase or a passkey's signature. */
final class ConfirmForm {
  private ConfirmForm() {}

  /** Empty when the form holds no proof at all, or none that could be one. */
  static Optional<ProofAttempt> attempt(MultivaluedMap<String, String> form) {
    String digest = form.getFirst("digest");
    return digest == null || digest.isEmpty() ? Optional.empty() : ProofForm.attempt(form);
  }
}
