package dev.purser.daemon.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretFileTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path directory;

  @SuppressWarnings("NullAway.Init")
  private Path file;

  @BeforeEach
  void nameFile() {
    file = directory.resolve("stripe.key");
  }

  @Test
  void theSpaceAroundASecretIsNoPartOfIt() throws IOException {
    Files.writeString(file, "  canary\r\n");

    assertThat(SecretFile.read(file).reveal()).isEqualTo("canary");
  }

  @Test
  void printingASecretShowsNothing() throws IOException {
    Files.writeString(file, "canary");

    assertThat(SecretFile.read(file)).asString().doesNotContain("canary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "canary\ncanary", "canary canary", "canary\u0000", "canäry"})
  void whatIsNoSecretIsRefusedByPathAndNotByContent(String content) throws IOException {
    Files.writeString(file, content);

    assertThatThrownBy(() -> SecretFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString())
        .hasMessageNotContaining("canary")
        .hasNoCause();
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});

    assertThatThrownBy(() -> SecretFile.read(file)).hasMessageContaining(file.toString());
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> SecretFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void aDirectoryHoldsNoSecret() {
    assertThatThrownBy(() -> SecretFile.read(directory)).hasMessageContaining("is not a file");
  }
}
