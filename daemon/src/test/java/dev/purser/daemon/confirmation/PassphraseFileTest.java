package dev.purser.daemon.confirmation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassphraseFileTest {
  private static final String COMPOSED = "caf\u00e9 noir";
  private static final String DECOMPOSED = "cafe\u0301 noir";

  private final Path dir;

  PassphraseFileTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void onlyThePassphraseThatWasSetVerifies() throws IOException {
    PassphraseFile file = PassphraseFile.create(path(), "eight ch");

    assertThat(file.verifies("eight ch")).isTrue();
    assertThat(file.verifies("eight cH")).isFalse();
    assertThat(file.verifies("")).isFalse();
  }

  @Test
  void theSameWordTypedOnAnotherKeyboardVerifies() throws IOException {
    assertThat(PassphraseFile.create(path(), COMPOSED).verifies(DECOMPOSED)).isTrue();
  }

  @Test
  void itIsArgon2idWithTheParametersOfOwasp() throws IOException {
    PassphraseFile.create(path(), "eight ch");

    assertThat(Files.readString(path())).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void theSamePassphraseIsStoredDifferentlyEachTime() throws IOException {
    PassphraseFile.create(path(), "eight ch");
    String first = Files.readString(path());
    PassphraseFile.create(path(), "eight ch");

    assertThat(Files.readString(path())).isNotEqualTo(first);
  }

  @Test
  void onlyItsOwnerMayReadTheFile() throws IOException {
    PassphraseFile.create(path(), "eight ch");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
        .isEqualTo("rw-------");
  }

  @Test
  void nothingElseIsLeftInTheDirectory() throws IOException {
    PassphraseFile.create(path(), "eight ch");

    try (var entries = Files.list(dir)) {
      assertThat(entries).containsExactly(path());
    }
  }

  @Test
  void sevenCharactersAreTooFew() {
    assertThatThrownBy(() -> PassphraseFile.create(path(), "seven c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("seven c");
    assertThat(path()).doesNotExist();
  }

  @Test
  void theLongestPassphraseVerifiesAndOneCharacterMoreIsRefused() throws IOException {
    String longest = "x".repeat(PassphraseFile.MAX_LENGTH);

    assertThat(PassphraseFile.create(path(), longest).verifies(longest)).isTrue();
    assertThatThrownBy(() -> PassphraseFile.create(path(), longest + "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPlantedLinkIsNotWrittenThrough() throws IOException {
    Path target = Files.writeString(dir.resolve("target"), "untouched");
    Files.createSymbolicLink(path(), target);

    assertThatThrownBy(() -> PassphraseFile.create(path(), "eight ch"))
        .isInstanceOf(IOException.class);
    assertThat(target).hasContent("untouched");
  }

  @Test
  void aPlantedLinkIsNotReadThrough() throws IOException {
    PassphraseFile.create(dir.resolve("theirs"), "eight ch");
    Files.createSymbolicLink(path(), dir.resolve("theirs"));

    assertThatThrownBy(() -> new PassphraseFile(path()).verifies("eight ch"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aMissingFileIsAnErrorAndNotAPassphrase() {
    assertThatThrownBy(() -> new PassphraseFile(path()).verifies(""))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aFileWithSomethingElseInItIsAnError() throws IOException {
    Files.writeString(path(), "eight ch\n");

    assertThatThrownBy(() -> new PassphraseFile(path()).verifies("eight ch"))
        .isInstanceOf(IOException.class);
  }

  private Path path() {
    return dir.resolve("passphrase");
  }
}
