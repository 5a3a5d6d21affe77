package dev.purser.daemon.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassphraseProofTest {
  private final Path dir;

  PassphraseProofTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void nothingVerifiesWhileThereIsNoPassphrase() {
    assertThat(proves("")).isFalse();
    assertThat(proves("eight ch")).isFalse();
  }

  @Test
  void aNewPassphraseHoldsWithoutARestart() throws IOException {
    PassphraseProof proof = new PassphraseProof(new PassphraseFile(path()));
    PassphraseFile.create(path(), "the old one");
    assertThat(proof.verifies(attempt("the old one"))).isTrue();

    PassphraseFile.create(path(), "the new one");

    assertThat(proof.verifies(attempt("the old one"))).isFalse();
    assertThat(proof.verifies(attempt("the new one"))).isTrue();
  }

  @Test
  void itIsRecordedAsAPassphrase() {
    assertThat(new PassphraseProof(new PassphraseFile(path())).kind()).isEqualTo("passphrase");
  }

  private boolean proves(String secret) {
    return new PassphraseProof(new PassphraseFile(path())).verifies(attempt(secret));
  }

  private static ProofAttempt attempt(String secret) {
    return new ProofAttempt("0".repeat(64), secret);
  }

  private Path path() {
    return dir.resolve("passphrase");
  }
}
