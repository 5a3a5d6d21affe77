package dev.purser.daemon.confirmation;

/** By which proofs the owner can confirm now. */
public record ProofWays(boolean passkey, boolean passphrase) {
  public static final ProofWays PASSPHRASE_ONLY = new ProofWays(false, true);
}
