package dev.purser.daemon.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.daemon.documents.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** What is written instead of something in the sample, and all that is said of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rail: dry-run | rail: dryrun | payments.rail: 'dryrun' is not one of dry-run, stripe",
        "rail: dry-run | rail: stripe | payments.stripe is needed for the rail 'stripe'",
        "rail: dry-run | rial: dry-run | `'payments.rial' is not a key here; known are [dryRunDirectory, fundingCap, rail, stripe]`",
        "port: 8480 | port: 84800 | `server.owner: 'port' is needed: a number from 0 to 65535, not 84800.`",
        "port: 8480 | port: many | server.owner.port: 'many' is not a number that fits",
        "port: 8480 | prot: 8480 | `'server.owner.prot' is not a key here; known are [bindHost, port, tls, trustedProxies]`",
        "24h | 24 hourz | `owner.linkLifetime: '24 hourz' is no duration: write it like 30s, 10m or 24h`",
        "24h | 30d | owner.linkLifetime must be less than or equal to 7 DAYS",
        "`baseUrl: https:` | `baseUrl: 'http:// x' #` | `owner.baseUrl: 'http:// x' is no address: write it like https://purser.example.org`",
        "24h | [24h] | owner.linkLifetime: a list cannot stand here",
        "`type: purser` | `type: simple` | server.type: must be purser, not 'simple'",
        "`notices:` | `notices:\n  smtp: {tls: STARTTLZ}` | `notices.smtp.tls: 'STARTTLZ' is not one of NONE, STARTTLS, TLS`",
        "`notices:` | `notices:\n  smtp: {host: mail, port: 587, from: me, tls: TLS, timeout: 1s}` | `notices: 'from' is an address like purser@example.org`",
        "`notices:` | `notices:\n  smtp: {timeout: 30 hourz}` | `notices.smtp.timeout: '30 hourz' is no duration: write it like 30s, 10m or 24h`",
      })
  void whatIsWrongIsOneSentence(
      String written, String instead, String sentence, @TempDir Path directory) throws IOException {
    String text = Files.readString(Tree.ROOT.resolve("config/purser.yml"));
    Path file = directory.resolve("purser.yml");
    Files.writeString(file, text.replaceFirst(Pattern.quote(written), instead));

    assertThatThrownBy(() -> ConfigurationFile.read(file)).hasMessage(file + ": " + sentence);
  }

  @Test
  void whatIsNoYamlIsNamedByItsLine(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("purser.yml"), "server: [\n");

    assertThatThrownBy(() -> ConfigurationFile.read(file))
        .message()
        .startsWith(file + ": Malformed YAML at line: ")
        .hasLineCount(1);
  }

  @Test
  void absentFileIsSaidToBe(@TempDir Path directory) {
    assertThatThrownBy(() -> ConfigurationFile.read(directory.resolve("nowhere.yml")))
        .hasMessageStartingWith("there is no " + directory.resolve("nowhere.yml"))
        .hasMessageContaining("run purser setup first");
  }
}
