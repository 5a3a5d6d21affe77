package dev.purser.daemon.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.passkeys.Matter;
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
    assertThat(holds(proof, "the old one")).isTrue();

    PassphraseFile.create(path(), "the new one");

    assertThat(holds(proof, "the old one")).isFalse();
    assertThat(holds(proof, "the new one")).isTrue();
  }

  @Test
  void itIsRecordedAsAPassphrase() throws IOException {
    PassphraseFile.create(path(), "eight ch");

    assertThat(
            new PassphraseProof(new PassphraseFile(path()))
                .examine(Matter.signIn(), new ProofAttempt.Typed("", "eight ch")))
        .isEqualTo(new ProofFinding.Holds(Evidence.passphrase()));
  }

  private boolean proves(String secret) {
    return holds(new PassphraseProof(new PassphraseFile(path())), secret);
  }

  private static boolean holds(PassphraseProof proof, String secret) {
    return proof.examine(Matter.signIn(), new ProofAttempt.Typed("0".repeat(64), secret))
        instanceof ProofFinding.Holds;
  }

  private Path path() {
    return dir.resolve("passphrase");
  }
}
