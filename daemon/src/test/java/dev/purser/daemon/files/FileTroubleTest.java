package dev.purser.daemon.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTroubleTest {
  @Test
  void absentFileIsToldFromOneThatCannotBeRead(@TempDir Path directory) throws IOException {
    assertThat(FileTrouble.withReading(Files.createFile(directory.resolve("here")))).isEmpty();
    assertThat(FileTrouble.withReading(directory.resolve("nowhere")))
        .contains("there is no " + directory.resolve("nowhere"));
    assertThat(FileTrouble.withReading(directory).orElseThrow())
        .startsWith(directory + " cannot be read by user ");
  }

  @Test
  void sentenceNamesThePathAndTheTrouble() {
    assertThat(FileTrouble.sentence(new NoSuchFileException("/a"))).isEqualTo("there is no /a");
    assertThat(FileTrouble.sentence(new AccessDeniedException("/a")))
        .startsWith("/a is closed to user ");
    assertThat(FileTrouble.sentence(new IOException("usermod: no"))).isEqualTo("usermod: no");
  }
}
