package dev.purser.daemon.confirmation;

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
  public String kind() {
    return "passphrase";
  }

  @Override
  public boolean verifies(ProofAttempt attempt) {
    try {
      return file.verifies(attempt.secret());
    } catch (IOException e) {
      LOG.error(
          "Nobody can confirm: the passphrase in {} cannot be read ({}). Set one: purser setup",
          file.path(),
          e.getClass().getSimpleName());
      return false;
    }
  }
}
