package dev.purser.daemon.passkeys;

import java.util.Optional;

/**
 * What a browser brings back from a passkey: WebAuthn's names, all as base64url.
 *
 * @param clientData what the browser says was asked, and by which origin
 * @param authenticatorData what the authenticator says of itself and of its user
 * @param signature over both
 */
public record Assertion(
    String credentialId, String clientData, String authenticatorData, String signature) {
  /**
   * Takes it as it came.
   *
   * @throws IllegalArgumentException when a part is not base64url, empty, or beyond all measure
   */
  public Assertion {
    Base64Url.decode(credentialId);
    Base64Url.decode(clientData);
    Base64Url.decode(authenticatorData);
    Base64Url.decode(signature);
  }

  /** The challenge that it claims to answer; nothing is proven by it. */
  public Optional<String> claimedChallenge() {
    return ClientData.challengeIn(clientData);
  }

  /** Nothing of it is a secret, but it is long. */
  @Override
  public String toString() {
    return "Assertion[of " + credentialId + "]";
  }
}
