package dev.purser.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.daemon.notices.SmtpConfig;
import dev.purser.daemon.notices.SmtpConfig.Tls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MailOptionsTest {
  private static final Path KEPT = Path.of("/etc/purser/secrets/smtp-password");
  private static final String FROM = "--smtp-from=purser@example.org";

  @ParameterizedTest
  @CsvSource({
    "mail.example.org,, STARTTLS, 587",
    "mail.example.org, --smtp-tls=TLS, TLS, 465",
    "localhost,, NONE, 25",
    "localhost, --smtp-tls=STARTTLS, STARTTLS, 587",
    "localhost, --smtp-port=2525, NONE, 2525",
  })
  void kindAndPortAreTheUsualOnesUnlessSaid(String host, String more, Tls tls, int port) {
    SmtpConfig server = server("--smtp-host=" + host, FROM, more == null ? "--" : more);

    assertThat(server.tls()).isEqualTo(tls);
    assertThat(server.port()).isEqualTo(port);
    assertThat(server.login()).isEmpty();
  }

  @Test
  void loginHasItsPasswordWhereTheDaemonKeepsIt() {
    assertThat(server("--smtp-host=mail", FROM, "--smtp-user=jo").login())
        .contains(new SmtpConfig.Login("jo", KEPT));
  }

  @Test
  void scriptMayLeaveTheServerToTheConfiguration() {
    assertThat(options().answers(nobody(), KEPT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--smtp-host=mail | say --smtp-from",
        "--smtp-host=mail --smtp-from=jo | 'jo' is no e-mail address",
        "--smtp-host=a/b --smtp-from=a@b | is no name of a mail server",
        "--smtp-host=mail --smtp-from=a@b --smtp-port=65536 | a port is 1 to 65535",
        "--smtp-host=mail --smtp-from=a@b --smtp-password-stdin | say --smtp-user",
        "--smtp-host=mail --smtp-from=a@b --smtp-tls=NONE --smtp-user=jo | by STARTTLS or TLS only",
        "--smtp-user=jo | say --smtp-host",
        "--smtp-from=a@b | say --smtp-host",
      })
  void whatIsWrongIsRefused(String said, String why) {
    assertThatThrownBy(() -> options(said.split(" ", -1)).answers(nobody(), KEPT))
        .hasMessageContaining(why);
  }

  @Test
  void onATerminalItIsAskedForAndEnterIsNone() {
    InterviewTest.Typing none = new InterviewTest.Typing("");
    assertThat(options().answers(Interview.with(none), KEPT)).isEmpty();
    assertThat(none.asked).hasSize(1);

    InterviewTest.Typing typing =
        new InterviewTest.Typing("mail server", "mail", "jo", "jo@example.org", "purser");
    SmtpConfig server = options().answers(Interview.with(typing), KEPT).orElseThrow();
    assertThat(server.host()).isEqualTo("mail");
    assertThat(server.from()).isEqualTo("jo@example.org");
    assertThat(server.login()).contains(new SmtpConfig.Login("purser", KEPT));
    assertThat(typing.told).hasSize(2);
  }

  @Test
  void passwordIsTheFirstLineOfItsFile(@TempDir Path dir) throws Exception {
    Path file = Files.writeString(dir.resolve("password"), "carrier pigeons\nand more\n");
    assertThat(options("--smtp-password-file=" + file).password(true)).isEqualTo("carrier pigeons");

    Files.writeString(file, "\n");
    assertThatThrownBy(() -> options("--smtp-password-file=" + file).password(true))
        .hasMessageContaining("no mail password came on");
    assertThatThrownBy(() -> options().password(true))
        .hasMessageContaining("say --smtp-password-file");
  }

  private static SmtpConfig server(String... words) {
    return options(words).answers(nobody(), KEPT).orElseThrow();
  }

  private static Interview nobody() {
    return new Interview(Optional.empty());
  }

  private static MailOptions options(String... words) {
    Holder holder = new Holder();
    new CommandLine(holder).parseArgs(words);
    return holder.options;
  }

  @Command(name = "holder")
  private static final class Holder {
    @CommandLine.Mixin private MailOptions options = new MailOptions();
  }
}
