package dev.purser.daemon.owner;

import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.passkeys.Assertion;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;

/** What a yes comes with: the digest that was shown, and a passphrase or a passkey's signature. */
final class ConfirmForm {
  private ConfirmForm() {}

  /** Empty when the form holds no proof at all, or none that could be one. */
  static Optional<ProofAttempt> attempt(MultivaluedMap<String, String> form) {
    return text(form, "digest").isEmpty() ? Optional.empty() : proof(form);
  }

  /** The same where it is not one digest that was shown. */
  static Optional<ProofAttempt> proof(MultivaluedMap<String, String> form) {
    String digest = text(form, "digest");
    String passphrase = text(form, "passphrase");
    return passphrase.isEmpty()
        ? assertion(form).map(assertion -> new ProofAttempt.Signed(digest, assertion))
        : Optional.of(new ProofAttempt.Typed(digest, passphrase));
  }

  /** What a passkey signed, whatever it was for. */
  static Optional<Assertion> assertion(MultivaluedMap<String, String> form) {
    try {
      return Optional.of(
          new Assertion(
              text(form, "credential"),
              text(form, "clientData"),
              text(form, "authenticatorData"),
              text(form, "signature")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String text(MultivaluedMap<String, String> form, String field) {
    String value = form.getFirst(field);
    return value == null ? "" : value;
  }
}
