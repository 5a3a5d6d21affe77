package dev.purser.daemon.passkeys;

import java.util.UUID;

/**
 * A yes that a passkey signed, with all that is needed to check it again, by anybody and without
 * asking anything.
 *
 * @param passkey the attested credential data: credential id and public key, as base64url
 * @param nonce of the challenge that was signed
 * @param party for which it was signed
 */
public record SignedYes(String passkey, String nonce, Assertion assertion, RelyingParty party) {

  /** Whether it is a yes to this order with this digest. */
  public Verification verify(UUID order, String digest) {
    Challenge challenge;
    try {
      challenge = new Challenge(digest, nonce, Action.CONFIRM);
    } catch (IllegalArgumentException e) {
      return new Verification.Fails(String.valueOf(e.getMessage()));
    }
    return challenge.isAbout(order)
        ? WebAuthn.signed(party, challenge, passkey, assertion)
        : new Verification.Fails("the nonce is another order's");
  }

  /** The passkey's number, as people know it. */
  public String passkeyId() {
    return Passkey.idOf(assertion.credentialId());
  }
}
