package dev.purser.daemon.passkeys;

import java.util.List;

/**
 * What a page needs to ask the browser for a signature.
 *
 * @param challenge as base64url
 * @param credentials ids of the passkeys that will do, or, when one is made, that there are already
 */
public record PasskeyRequest(String challenge, String rpId, List<String> credentials) {
  public PasskeyRequest {
    credentials = List.copyOf(credentials);
  }

  /** A question that any of these passkeys may answer. */
  public static PasskeyRequest of(Challenge challenge, RelyingParty party, List<Passkey> passkeys) {
    return new PasskeyRequest(
        challenge.text(), party.id(), passkeys.stream().map(Passkey::credentialId).toList());
  }
}
