package dev.purser.daemon.passkeys;

/**
 * A yes that a passkey signed, with all that is needed to check it again, by anybody and without
 * asking anything.
 *
 * @param passkey the attested credential data: credential id and public key, as base64url
 * @param nonce of the challenge that was signed
 * @param party for which it was signed
 */
public record SignedYes(String passkey, String nonce, Assertion assertion, RelyingParty party) {

  /** Whether it is a yes to this very matter. */
  public Verification verify(Matter matter) {
    try {
      return WebAuthn.signed(party, new Challenge(matter, nonce), passkey, assertion);
    } catch (IllegalArgumentException e) {
      return new Verification.Fails(String.valueOf(e.getMessage()));
    }
  }

  /** The passkey's number, as people know it. */
  public String passkeyId() {
    return Passkey.idOf(assertion.credentialId());
  }
}
