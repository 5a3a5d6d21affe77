package dev.purser.daemon.confirmation;

import dev.purser.daemon.passkeys.Assertion;
import java.util.function.Function;

/** What somebody who says to be the owner has sent. */
public sealed interface ProofAttempt {

  /** Of the order that was shown. */
  String digest();

  <R> R match(
      Function<? super Typed, ? extends R> ifTyped, Function<? super Signed, ? extends R> ifSigned);

  /**
   * A passphrase. Prints as nothing.
   *
   * @param secret the passphrase as typed
   */
  record Typed(String digest, String secret) implements ProofAttempt {
    @Override
    public <R> R match(
        Function<? super Typed, ? extends R> ifTyped,
        Function<? super Signed, ? extends R> ifSigned) {
      return ifTyped.apply(this);
    }

    @Override
    public String toString() {
      return "Typed[hidden]";
    }
  }

  /** A passkey's signature. */
  record Signed(String digest, Assertion assertion) implements ProofAttempt {
    @Override
    public <R> R match(
        Function<? super Typed, ? extends R> ifTyped,
        Function<? super Signed, ? extends R> ifSigned) {
      return ifSigned.apply(this);
    }
  }
}
