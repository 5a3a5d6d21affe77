package dev.purser.daemon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.budgets.Money;
import dev.purser.daemon.PurserDaemon;
import dev.purser.daemon.documents.Tree;
import dev.purser.daemon.listeners.PurserServerFactory;
import dev.purser.daemon.notices.Channel;
import dev.purser.daemon.notices.SmtpConfig;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleConfigurationTest {
  private static final Path SAMPLE = Tree.ROOT.resolve("config/purser.yml");

  /** A commented key, such as {@code # smtp:} or {@code # port: 587}. */
  private static final Pattern COMMENTED_KEY = Pattern.compile("(?m)^( *)# ( *(?:- )?\\w+:( |$))");

  private final Path directory;

  SampleConfigurationTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void sampleIsReadAsItStands() throws Exception {
    PurserConfiguration config = read(SAMPLE);

    assertThat(config.isDemo()).isFalse();
    assertThat(config.policy()).isEqualTo(Path.of("/etc/purser/policy.yml"));
    assertThat(config.owner().baseUrl()).isEqualTo(URI.create("https://purser.example.org"));
    assertThat(config.payments().rail()).isEqualTo(PaymentsConfig.Rail.DRY_RUN);
    assertThat(config.notices().channels()).isEmpty();
    assertThat(config.getServerFactory()).isInstanceOf(PurserServerFactory.class);
  }

  @Test
  void sampleSaysWhatTheDaemonTakesWithoutIt() throws Exception {
    PurserConfiguration sample = read(SAMPLE);
    PurserConfiguration bare =
        read(sampleText().replaceAll("(?s)^.*\\nserver:", "server:"), "bare.yml");

    assertThat(bare.policy()).isEqualTo(sample.policy());
    assertThat(bare.vendors()).isEqualTo(sample.vendors());
    assertThat(bare.database()).isEqualTo(sample.database());
    assertThat(bare.payments()).isEqualTo(sample.payments());
    assertThat(bare.notices().outbox()).isEqualTo(sample.notices().outbox());
    assertThat(bare.notices().pace()).isEqualTo(sample.notices().pace());
    assertThat(bare.notices().insistAfter()).isEqualTo(sample.notices().insistAfter());
    assertThat(bare.mandates()).isEqualTo(sample.mandates());
    assertThat(bare.owner().linkLifetime()).isEqualTo(sample.owner().linkLifetime());
    assertThat(bare.owner().undoWindow()).isEqualTo(sample.owner().undoWindow());
    assertThat(bare.owner().usualHours()).isEqualTo(sample.owner().usualHours());
    assertThat(bare.owner().typeTotalAbove()).isNull();
    assertThat(bare.owner().passphraseFile()).isEqualTo(sample.owner().passphraseFile());
  }

  @Test
  void whatTheSampleCommentsOutCanBeUncommented() throws Exception {
    PurserConfiguration config = read(uncommented(), "purser.yml");

    assertThat(config.notices().channels())
        .extracting(Channel::sentence)
        .containsExactly(
            "mail through mail.example.org",
            "ntfy at ntfy.example.org",
            "a webhook at home.example.org");
    assertThat(config.notices().secretFiles())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("smtp-password", "ntfy-token", "webhook-key");
    assertThat(config.notices().night()).isPresent();
    assertThat(config.payments().rail()).isEqualTo(PaymentsConfig.Rail.STRIPE);
    assertThat(config.payments().stripe()).isNotNull();
    assertThat(config.owner().typeTotalAbove()).isEqualTo(Money.parse("100.00 USD"));
    assertThat(config.database().url()).startsWith("jdbc:postgresql:");
    assertThat(config.database().passwordFile()).isPresent();
  }

  @Test
  void mailServerNeedsThreeKeys() throws Exception {
    SmtpConfig smtp =
        (SmtpConfig)
            read(withSmtp("host: mail.example.org, port: 587, from: a@b.example"), "mail.yml")
                .notices()
                .channels()
                .get(0);
    assertThat(smtp.timeout()).hasSeconds(10);
    assertThat(smtp.tls()).isEqualTo(SmtpConfig.Tls.STARTTLS);
    assertThat(smtp.login()).isEmpty();

    assertThatThrownBy(() -> read(withSmtp("host: mail.example.org, port: 587"), "mail.yml"))
        .hasMessageContaining("'smtp.from' is needed");
    assertThatThrownBy(() -> read(withSmtp("port: 587, from: a@b.example"), "mail.yml"))
        .hasMessageContaining("'smtp.host' is needed");
  }

  private static String withSmtp(String keys) throws IOException {
    return sampleText().replace("notices:\n", "notices:\n  smtp: {" + keys + "}\n");
  }

  @Test
  void hoursNeedBothEnds() {
    assertThatThrownBy(
            () ->
                read(
                    sampleText().replace("from: \"07:00\", to: \"22:00\"", "from: \"07:00\""),
                    "hours.yml"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("usualHours.to");
  }

  @Test
  void mistypedKeyIsRefused() {
    assertThatThrownBy(() -> read(sampleText().replace("linkLifetime", "linkLifeTime"), "bad.yml"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("linkLifeTime");
  }

  /** Each commented alternative in place of the one in force. */
  private static String uncommented() throws IOException {
    String without = sampleText();
    for (String inForce : List.of("url: h2:", "rail: dry-run")) {
      without = without.replaceAll("(?m)^ +" + inForce + ".*\\n", "");
    }
    String all = COMMENTED_KEY.matcher(without).replaceAll("$1$2");
    assertThat(COMMENTED_KEY.matcher(all).find()).isFalse();
    return all;
  }

  private static String sampleText() throws IOException {
    return Files.readString(SAMPLE);
  }

  private PurserConfiguration read(String text, String name) throws Exception {
    return read(Files.writeString(directory.resolve(name), text));
  }

  /** As the daemon reads it, by what the daemon itself has set up. */
  private static PurserConfiguration read(Path file) throws Exception {
    PurserDaemon daemon = new PurserDaemon(unused -> {});
    Bootstrap<PurserConfiguration> bootstrap = new Bootstrap<>(daemon);
    daemon.initialize(bootstrap);
    return bootstrap
        .getConfigurationFactoryFactory()
        .create(
            PurserConfiguration.class,
            bootstrap.getValidatorFactory().getValidator(),
            bootstrap.getObjectMapper(),
            "dw")
        .build(new FileConfigurationSourceProvider(), file.toString());
  }
}
