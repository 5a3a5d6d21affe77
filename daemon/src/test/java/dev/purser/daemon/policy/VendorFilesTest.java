package dev.purser.daemon.policy;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.purser.daemon.documents.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VendorFilesTest {
  private final Path directory;

  VendorFilesTest(@TempDir Path directory) {
    this.directory = directory;
  }

  /** The key that is missing for it would be looked for in vain. */
  @Test
  void mistypedKeyIsNamedEvenWhereAKeyIsMissingForIt() throws IOException {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> describe("currency:", "curency:"))
        .withMessageContaining(
            "'curency' is not a key here; known are [catalogue, categories, cur");
  }

  @Test
  void missingKeyIsNamedWhereNoneIsMistyped() throws IOException {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> describe("currency:", "# currency:"))
        .withMessageEndingWith(": currency: is missing");
  }

  private void describe(String written, String instead) throws IOException {
    String text = Files.readString(Tree.ROOT.resolve("config/vendors/corner-store.yml"));
    VendorFiles.open(
        Files.writeString(directory.resolve("shop.yml"), text.replace(written, instead)));
  }
}
