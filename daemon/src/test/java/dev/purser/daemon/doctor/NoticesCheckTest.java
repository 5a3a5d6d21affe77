package dev.purser.daemon.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.config.NoticesConfig;
import dev.purser.daemon.doctor.Finding.Level;
import dev.purser.daemon.notices.Channel;
import dev.purser.daemon.notices.NtfyConfig;
import dev.purser.daemon.notices.SmtpConfig;
import io.dropwizard.util.Duration;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticesCheckTest {
  private static final java.time.Duration SECOND = java.time.Duration.ofSeconds(1);
  private static final SmtpConfig MAIL =
      new SmtpConfig(
          "mail.example.org",
          587,
          "purser@example.org",
          Optional.empty(),
          SmtpConfig.Tls.STARTTLS,
          SECOND);

  @Test
  void lettersThatNobodySendsAreAWarning() {
    assertThat(look())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.level()).isEqualTo(Level.WARN);
              assertThat(found.saw()).contains("/var/outbox");
            });
  }

  @Test
  void oneWayIsEnoughToBeSafeAndASecondIsNamed() {
    assertThat(look(MAIL))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.level()).isEqualTo(Level.OK);
              assertThat(found.saw())
                  .contains("mail through mail.example.org only", "notices.channels");
            });
  }

  @Test
  void twoWaysAreEnough() {
    assertThat(look(MAIL, ntfy(Optional.of(Path.of("/token")))))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.level()).isEqualTo(Level.OK);
              assertThat(found.saw())
                  .isEqualTo("by mail through mail.example.org, then ntfy at ntfy.example.org");
            });
  }

  @Test
  void aTopicThatAnybodyReadsIsAWarningThatDoesNotNameIt() {
    assertThat(look(MAIL, ntfy(Optional.empty())))
        .hasSize(2)
        .last()
        .satisfies(
            found -> {
              assertThat(found.level()).isEqualTo(Level.WARN);
              assertThat(found.saw()).contains("ntfy.example.org").doesNotContain("our-purchases");
              assertThat(found.fix()).contains("tokenFile");
            });
  }

  private static NtfyConfig ntfy(Optional<Path> token) {
    return NtfyConfig.at(URI.create("https://ntfy.example.org/our-purchases"), token, SECOND);
  }

  private static List<Finding> look(Channel... channels) {
    Duration second = Duration.seconds(1);
    return new NoticesCheck(
            new NoticesConfig(
                Path.of("/var/outbox"),
                "a@b",
                List.of(channels),
                second,
                second,
                second,
                Optional.empty()))
        .look();
  }
}
