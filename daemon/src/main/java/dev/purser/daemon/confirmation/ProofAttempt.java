package dev.purser.daemon.confirmation;

/**
 * What somebody who says to be the owner has sent. Prints as nothing.
 *
 * @param digest of the order that was shown; a proof that signs will sign it
 * @param secret the passphrase as typed
 */
public record ProofAttempt(String digest, String secret) {
  @Override
  public String toString() {
    return "ProofAttempt[hidden]";
  }
}
