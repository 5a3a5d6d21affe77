package dev.purser.daemon.owner.web;

import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.passkeys.Assertion;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;

/** What a form brings as proof: a passphrase, or what the pages' script got from a passkey. */
public final class ProofForm {
  private ProofForm() {}

  /**
   * The proof in a form.
   *
   * @param digest of the order that was shown; empty where it is about no order
   * @return empty when the form holds none, or none that could be one
   */
  public static Optional<ProofAttempt> attempt(MultivaluedMap<String, String> form, String digest) {
    String passphrase = text(form, "passphrase");
    return passphrase.isEmpty()
        ? assertion(form).map(assertion -> new ProofAttempt.Signed(digest, assertion))
        : Optional.of(new ProofAttempt.Typed(digest, passphrase));
  }

  private static Optional<Assertion> assertion(MultivaluedMap<String, String> form) {
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
