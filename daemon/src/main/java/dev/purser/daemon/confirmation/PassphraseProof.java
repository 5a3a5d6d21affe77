package dev.purser.daemon.confirmation;

import dev.purser.daemon.passkeys.Matter;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The owner proves the yes by a passphrase. The file is read at each attempt, so that a new
 * passphrase holds at once; while there is none, nothing verifies.
 */
public final class PassphraseProof implements OwnerProof {
  private static final Logger LOG = LoggerFactory.getLogger(PassphraseProof.class);

  private final PassphraseFile file;

  public PassphraseProof(PassphraseFile file) {
    this.file = file;
  }

  @Override
  public ProofFinding examine(Matter matter, ProofAttempt attempt) {
    return attempt.match(
        this::examine, signed -> new ProofFinding.Fails("a signature is no passphrase"));
  }

  private ProofFinding examine(ProofAttempt.Typed attempt) {
    return verifies(attempt.secret())
        ? new ProofFinding.Holds(Evidence.passphrase())
        : new ProofFinding.Fails("it is another passphrase");
  }

  private boolean verifies(String secret) {
    try {
      return file.verifies(secret);
    } catch (IOException e) {
      LOG.error(
          "Nobody can confirm: the passphrase in {} cannot be read ({}). Set one: purser setup",
          file.path(),
          e.getClass().getSimpleName());
      return false;
    }
  }
}
