package dev.purser.daemon.owner.web;

import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.passkeys.Assertion;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;

/** What a form brings as proof: a passphrase, or what the pages' script got from a passkey. */
public final class ProofForm {
  private ProofForm() {}

  /** With the digest of what was shown, if the form has it; empty for what could be no proof. */
  public static Optional<ProofAttempt> attempt(MultivaluedMap<String, String> form) {
    String digest = text(form, "digest");
    String passphrase = text(form, "passphrase");
    return passphrase.isEmpty()
        ? assertion(form).map(assertion -> new ProofAttempt.Signed(digest, assertion))
        : Optional.of(new ProofAttempt.Typed(digest, passphrase));
  }

  /** What a passkey signed, whatever it was for. */
  public static Optional<Assertion> assertion(MultivaluedMap<String, String> form) {
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
