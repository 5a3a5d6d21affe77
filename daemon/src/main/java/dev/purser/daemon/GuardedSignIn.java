package dev.purser.daemon;

import dev.purser.daemon.confirmation.ProofAttempt;
import dev.purser.daemon.confirmation.ProofGuard;
import dev.purser.daemon.finance.SignIn;
import dev.purser.daemon.passkeys.Matter;

/** Signing in to finance's pages, under the same guard as confirming an order. */
final class GuardedSignIn implements SignIn {
  private final ProofGuard guard;

  GuardedSignIn(ProofGuard guard) {
    this.guard = guard;
  }

  @Override
  public Outcome attempt(String passphrase) {
    return guard
        .check(Matter.signIn(), new ProofAttempt.Typed("", passphrase))
        .match(
            proven -> new Proven(),
            wrong -> new Wrong(wrong.attemptsLeft()),
            locked -> new Locked(locked.until()));
  }
}
