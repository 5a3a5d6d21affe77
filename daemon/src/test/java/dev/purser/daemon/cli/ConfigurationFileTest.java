package dev.purser.daemon.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {
  @Test
  void aMistypedKeyIsNamedAndNotPassedOver(@TempDir Path directory) throws IOException {
    DemoDirectory demo = DemoDirectory.prepare(directory.resolve("demo"), 8499);
    String text = Files.readString(demo.configuration());
    Files.writeString(demo.configuration(), text.replace("passphraseFile", "pasphraseFile"));

    assertThatThrownBy(() -> ConfigurationFile.read(demo.configuration()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("pasphraseFile");
  }
}
