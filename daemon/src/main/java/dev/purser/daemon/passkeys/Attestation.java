package dev.purser.daemon.passkeys;

/**
 * What a browser brings back from making a passkey, as base64url.
 *
 * @param attestationObject the new public key, and who the authenticator says to be, which is not
 *     asked
 */
public record Attestation(String clientData, String attestationObject) {

  /**
   * Takes it as it came.
   *
   * @throws IllegalArgumentException when a part is not base64url, empty, or beyond all measure
   */
  public Attestation {
    Base64Url.decode(clientData);
    Base64Url.decode(attestationObject);
  }
}
